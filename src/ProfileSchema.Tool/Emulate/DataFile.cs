using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ProfileSchema.Emulator;

namespace ProfileSchema.Tool.Emulate;

/// <summary>
/// The SQLite file in which profiles outlive the emulator: a row a profile, its attributes as JSON. One process has it at a
/// time. What was written is there again also if the process is killed.
/// </summary>
internal sealed class DataFile : IDisposable
{
    /// <summary>Tells the file from other programs' databases: "PSem" in ASCII.</summary>
    private const int ApplicationId = 0x5053656D;

    private const int FormatVersion = 1;

    private static readonly string[] Columns =
    [
        "account",
        "pc_id",
        "third_party_id",
        "experience_cloud_id",
        "modified_at",
        "attributes",
    ];

    private const int SqliteBusy = 5;
    private const int SqliteNoDatabase = 26;

    private readonly string _path;
    private readonly SqliteConnection _connection;

    private DataFile(string path, SqliteConnection connection)
    {
        _path = path;
        _connection = connection;
    }

    /// <summary>Opens a data file, or makes one that only this user may read.</summary>
    /// <exception cref="ToolException">It is none, or another process has it.</exception>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static DataFile Open(string path)
    {
        if (!File.Exists(path))
        {
            // Customers' data is for this user only; SQLite gives the files beside it the same rights.
            PrivateFile.Create(path).Dispose();
        }

        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadWrite,
                DefaultTimeout = 1,
                Pooling = false,
            }.ToString()
        );
        var file = new DataFile(path, connection);
        try
        {
            connection.Open();
            file.Prepare();
            return file;
        }
        catch (Exception exception)
        {
            connection.Dispose();
            throw exception is SqliteException fault ? file.Explain(fault) : exception;
        }
    }

    /// <summary>The profiles by client code, in the order in which they were made.</summary>
    /// <exception cref="ToolException">The file is damaged.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<SavedProfile>> Read()
    {
        var accounts = new Dictionary<string, IReadOnlyList<SavedProfile>>(StringComparer.Ordinal);
        try
        {
            using SqliteCommand select = _connection.CreateCommand();
            select.CommandText =
                "SELECT account, pc_id, third_party_id, experience_cloud_id, modified_at, attributes FROM profiles ORDER BY rowid";
            using SqliteDataReader row = select.ExecuteReader();
            while (row.Read())
            {
                string account = row.GetString(0);
                if (!accounts.TryGetValue(account, out IReadOnlyList<SavedProfile>? profiles))
                {
                    accounts[account] = profiles = new List<SavedProfile>();
                }

                ((List<SavedProfile>)profiles).Add(ReadProfile(row));
            }
        }
        catch (SqliteException exception)
        {
            throw Explain(exception);
        }
        catch (Exception exception)
            when (exception is JsonException or FormatException or InvalidCastException or InvalidOperationException)
        {
            throw new ToolException(
                ExitCode.InputOutput,
                $"{_path} is damaged: a profile in it cannot be read.",
                exception
            );
        }

        return accounts;
    }

    /// <summary>Writes profiles of an account over those with the same ids, all of them or none.</summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="ToolException">The file cannot be written.</exception>
    public long Write(string account, IEnumerable<SavedProfile> profiles)
    {
        try
        {
            using SqliteTransaction transaction = _connection.BeginTransaction();
            using SqliteCommand upsert = _connection.CreateCommand();
            upsert.Transaction = transaction;
            upsert.CommandText = """
                INSERT INTO profiles (account, pc_id, third_party_id, experience_cloud_id, modified_at, attributes)
                VALUES ($account, $pc_id, $third_party_id, $experience_cloud_id, $modified_at, $attributes)
                ON CONFLICT (account, pc_id) DO UPDATE SET
                    third_party_id = excluded.third_party_id,
                    experience_cloud_id = excluded.experience_cloud_id,
                    modified_at = excluded.modified_at,
                    attributes = excluded.attributes
                """;
            SqliteParameter[] values =
            [
                .. Columns.Select(column => upsert.Parameters.Add($"${column}", SqliteType.Text)),
            ];
            long count = 0;
            foreach (SavedProfile profile in profiles)
            {
                values[0].Value = account;
                values[1].Value = profile.PcId;
                values[2].Value = (object?)profile.ThirdPartyId ?? DBNull.Value;
                values[3].Value = (object?)profile.ExperienceCloudId ?? DBNull.Value;
                values[4].Value = profile.ModifiedAt.ToString("O", CultureInfo.InvariantCulture);
                values[5].Value = JsonSerializer.Serialize(profile.Attributes, JsonSerializerOptions.Web);
                upsert.ExecuteNonQuery();
                count++;
            }

            transaction.Commit();
            return count;
        }
        catch (SqliteException exception)
        {
            throw Explain(exception);
        }
    }

    public void Dispose() => _connection.Dispose();

    private static SavedProfile ReadProfile(SqliteDataReader row) =>
        new(
            row.GetString(1),
            row.IsDBNull(2) ? null : row.GetString(2),
            row.IsDBNull(3) ? null : row.GetString(3),
            DateTimeOffset.Parse(row.GetString(4), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            JsonSerializer.Deserialize<SavedValue[]>(row.GetString(5), JsonSerializerOptions.Web)
                ?? throw new JsonException("There is no list of attributes.")
        );

    private void Prepare()
    {
        long application = Ask("PRAGMA application_id");
        bool isNew = application == 0 && Ask("SELECT COUNT(*) FROM sqlite_master") == 0;
        if (!isNew && application != ApplicationId)
        {
            throw new ToolException(
                ExitCode.InputOutput,
                $"{_path} is a database of another program. Name a file of its own, which is made if it is not there."
            );
        }

        if (Ask("PRAGMA user_version") > FormatVersion)
        {
            throw new ToolException(ExitCode.InputOutput, $"{_path} was written by a newer version of the tool.");
        }

        // Exclusive, so that two emulators do not write over each other. A log ahead of the file survives a killed process.
        Do("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
        Do(
            FormattableString.Invariant(
                $"""
                BEGIN EXCLUSIVE;
                PRAGMA application_id = {ApplicationId};
                PRAGMA user_version = {FormatVersion};
                CREATE TABLE IF NOT EXISTS profiles (
                    account TEXT NOT NULL,
                    pc_id TEXT NOT NULL,
                    third_party_id TEXT,
                    experience_cloud_id TEXT,
                    modified_at TEXT NOT NULL,
                    attributes TEXT NOT NULL,
                    UNIQUE (account, pc_id)
                );
                COMMIT;
                """
            )
        );
    }

    private long Ask(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private void Do(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private ToolException Explain(SqliteException exception) =>
        new(
            ExitCode.InputOutput,
            exception.SqliteErrorCode switch
            {
                SqliteBusy => $"{_path} is in use by another process, perhaps by another emulator.",
                SqliteNoDatabase => $"{_path} is no data file. Name one of its own, which is made if it is not there.",
                _ => $"{_path}: {exception.Message}",
            },
            exception
        );
}
