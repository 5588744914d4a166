/** What shows results beside the editor, in one file: nobody needs it before the first run. */
export { LiveRun } from './live-run';
export { LiveSubmission } from './live-submission';
