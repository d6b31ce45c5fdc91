export { MIGRATIONS } from './list.js';
export { migrate } from './migrate-database.js';
export { schemaFault } from './schema-fault.js';
