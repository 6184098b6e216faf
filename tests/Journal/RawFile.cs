using SQLitePCL;

namespace ChatRoom.Journal.Tests;

/// <summary>Another program's hands in a SQLite file.</summary>
internal static class RawFile
{
    public static void Execute(string path, string sql)
    {
        Batteries_V2.Init();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open(path, out var database));
        using (database)
            Assert.Equal((raw.SQLITE_OK, "not an error"), (raw.sqlite3_exec(database, sql), raw.sqlite3_errmsg(database).utf8_to_string()));
    }

    public static long Number(string path, string sql)
    {
        Batteries_V2.Init();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open(path, out var database));
        using (database)
        {
            Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(database, sql, out var statement));
            using (statement)
            {
                Assert.Equal(raw.SQLITE_ROW, raw.sqlite3_step(statement));
                return raw.sqlite3_column_int64(statement, 0);
            }
        }
    }
}
