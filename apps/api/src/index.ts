export { createApi } from './api-app.js';
export { DEMONSTRATION_SLUG } from './auth/demonstration.js';
export { documentOfRoutes } from './openapi/document-of-routes.js';
export { Settings } from './settings.js';
export { runUntilStopped } from './lifecycle.js';
