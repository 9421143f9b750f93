using Microsoft.Data.Sqlite;

// A connection of an earlier example still holds its deleted file.
SqliteConnection.ClearAllPools();
await using (var given = new SqliteConnection("Data Source=loyalty.db"))
{
    await given.OpenAsync();
    await using SqliteCommand create = given.CreateCommand();
    create.CommandText = """
        CREATE TABLE Members (MemberId TEXT PRIMARY KEY, Tier TEXT NULL, Store TEXT NULL, Email TEXT NULL);
        INSERT INTO Members VALUES ('M100001', 'Gold', 'Basel', 'a@example.com');
        INSERT INTO Members VALUES ('M100002', 'Silver', NULL, NULL);
        INSERT INTO Members VALUES ('M100003', NULL, 'Bern', 'c@example.com');
        """;
    await create.ExecuteNonQueryAsync();
}
