using System.Text;
using SQLitePCL;

namespace ChatRoom.Journal.Sqlite;

/// <summary>A prepared statement, used again and again. Parameters count from 1 and columns from 0, as in SQLite.</summary>
internal sealed class Statement(Database database, sqlite3_stmt handle) : IDisposable
{
    public void Bind(int parameter, long value) => database.Check(raw.sqlite3_bind_int64(handle, parameter, value));

    public void BindNull(int parameter) => database.Check(raw.sqlite3_bind_null(handle, parameter));

    public void BindBlob(int parameter, ReadOnlySpan<byte> bytes) => database.Check(
        bytes.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, parameter, 0) : raw.sqlite3_bind_blob(handle, parameter, bytes));

    /// <summary>An empty span has no address, which SQLite would take for NULL.</summary>
    public void Bind(int parameter, ReadOnlySpan<byte> utf8) => database.Check(
        utf8.IsEmpty ? raw.sqlite3_bind_text(handle, parameter, "") : raw.sqlite3_bind_text(handle, parameter, utf8));

    public void Bind(int parameter, string text) => database.Check(raw.sqlite3_bind_text(handle, parameter, text));

    /// <summary>Whether there is a row. After the last one the statement is ready for its next use.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(handle);
        if (result == raw.SQLITE_ROW)
            return true;
        Reset();
        database.Check(result);
        return false;
    }

    /// <summary>The result is that of the last step, which has been seen already.</summary>
    public void Reset() => raw.sqlite3_reset(handle);

    /// <summary>For a statement that yields no rows.</summary>
    public void Run() => Step();

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    /// <summary>As it is stored, NULs included, and good until the next step.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(handle, column);

    public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

    public void Dispose()
    {
        handle.Dispose();
        database.Forget(this);
    }
}
