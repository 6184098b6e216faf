using System.Text;
using Npgsql;

namespace ChatRoom.Journal.Postgres;

/// <summary>
/// Passing signs as the payload of a NOTIFY, over a connection of their own that is opened when there is the first one. They are gathered: one NOTIFY takes
/// what came since the last one, and another server hears of somebody once in that time. A commit that only notifies waits for no disk.
/// </summary>
internal sealed class PostgresSigns : ISigns, IDisposable
{
    /// <summary>PostgreSQL takes 8,000.</summary>
    private const int MostBytes = 7000;

    /// <summary>More people than type at once; what is beyond is lost.</summary>
    private const int MostWaiting = 2000;

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, string> _waiting = [];
    private readonly AutoResetEvent _news = new(false);
    private readonly ManualResetEventSlim _over = new(false);
    private readonly PostgresDoor _door;
    private Thread? _thread;
    private NpgsqlConnection? _connection;
    private volatile int _process;

    public PostgresSigns(PostgresDoor door) => _door = door;

    public event Action<string>? Heard;

    public void Send(string about, string sign)
    {
        lock (_gate)
        {
            if (_over.IsSet || Encoding.UTF8.GetByteCount(sign) > MostBytes || (_waiting.Count >= MostWaiting && !_waiting.ContainsKey(about)))
                return;
            _waiting[about] = sign;
            if (_thread is null)
            {
                _thread = new Thread(Run) { IsBackground = true, Name = "journal-signs" };
                _thread.Start();
            }
        }
        _news.Set();
    }

    /// <summary>What came over the channel, from this process of the server's.</summary>
    public void Hear(int process, string payload)
    {
        if (process == _process)
            return;
        foreach (var sign in payload.Split('\n'))
            Heard?.Invoke(sign);
    }

    public void Dispose()
    {
        _over.Set();
        _news.Set();
        _thread?.Join();
        _connection?.Dispose();
        _news.Dispose();
        _over.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            _news.WaitOne();
            if (_over.IsSet)
                return;
            var isBack = TryNotify(Take(out var more));
            if (more)
                _news.Set();
            if (_over.Wait(isBack ? Gathering : Retry))
                return;
        }
    }

    private bool TryNotify(string payload)
    {
        try
        {
            if (_connection is null)
            {
                _connection = _door.OpenForWork("chatroom/signs");
                _process = PostgresDoor.ProcessOf(_connection);
            }
            using var command = new NpgsqlCommand("SELECT pg_notify($1, $2)", _connection) { CommandTimeout = 12 };
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _door.SignsChannel });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = payload });
            command.ExecuteNonQuery();
            return true;
        }
        catch (NpgsqlException)
        {
            // What was typed just now is of no use later; the turn's own connection says what is wrong.
            _connection?.Dispose();
            _connection = null;
            return false;
        }
    }

    /// <summary>The oldest that fit.</summary>
    private string Take(out bool more)
    {
        var (text, bytes) = (new StringBuilder(), 0);
        lock (_gate)
        {
            while (_waiting.Count > 0)
            {
                var sign = _waiting.GetAt(0).Value;
                bytes += Encoding.UTF8.GetByteCount(sign) + 1;
                if (bytes > MostBytes + 1)
                    break;
                text.Append(text.Length == 0 ? "" : "\n").Append(sign);
                _waiting.RemoveAt(0);
            }
            more = _waiting.Count > 0;
        }
        return text.ToString();
    }
}
