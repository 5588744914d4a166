export { NotFoundPage as default } from '../layout/page-states';
