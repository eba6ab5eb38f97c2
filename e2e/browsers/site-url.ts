export const port = Number(process.env['E2E_PORT'] ?? 4173);
export const base = process.env['BASE_PATH'] ?? '/';

/** Address of the site under test, with a slash at its end. */
export const site = `http://localhost:${port}${base.replace(/\/?$/, '/')}`;
