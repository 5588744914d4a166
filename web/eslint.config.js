import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import accessibility from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import typescript from 'typescript-eslint';

// Layers: app → features → shared (components → lib). A feature never knows another one: the pages in app
// compose them. Inside a folder imports are relative, across folders they start with "@/", so that the
// patterns below see every crossing.
const climbing = {
  regex: String.raw`^(\.\./){2,}`,
  message: 'Use "@/…" to leave a feature or layer.',
};
const layer = (files, patterns) => ({
  files: [files],
  ignores: ['**/*.test.*'],
  rules: { 'no-restricted-imports': ['error', { patterns: [climbing, ...patterns] }] },
});
const features = readdirSync(new URL('./src/features', import.meta.url));

export default typescript.config(
  {
    ignores: ['src/lib/api/generated', 'dist', 'test-results', 'playwright-report', 'node_modules'],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended, accessibility.flatConfigs.strict],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['**/*.test.{ts,tsx}'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  layer('src/lib/**', [
    { regex: '^@/(app|features|components)/', message: 'lib is the lowest layer.' },
  ]),
  layer('src/components/**', [
    { regex: '^@/(app|features)/', message: 'Shared components know no feature.' },
  ]),
  ...features.map((feature) =>
    layer(`src/features/${feature}/**`, [
      { regex: '^@/app/', message: 'A feature does not know the app.' },
      {
        regex: `^@/features/(?!${feature}/)`,
        message: 'Features do not know each other: compose them in app/pages.',
      },
    ]),
  ),
  {
    files: ['scripts/**/*.js', '*.config.{js,ts}', 'e2e/**/*.ts', 'pictures/**/*.ts'],
    languageOptions: { globals: globals.node },
  },
  { files: ['public/**/*.js'], languageOptions: { globals: globals.browser } },
);
