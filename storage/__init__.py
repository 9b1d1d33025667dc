"""Storage: tables, repositories and migrations, on SQLite or PostgreSQL. It knows no users' rights."""
