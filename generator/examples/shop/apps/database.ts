/** The orders database, which another team runs. */
export const databaseHost = { host: 'orders.db.example.internal', port: 5432 };
