using System.Diagnostics;
using Npgsql;

namespace ChatRoom.Journal.Postgres;

/// <summary>
/// Hears that others appended, over a connection of its own. Where no bell can be heard it rings ten times a second
/// instead: a server that is rung looks.
/// </summary>
internal sealed class PostgresBell : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    /// <summary>Long enough for any bell that is heard at all.</summary>
    private static readonly TimeSpan Trial = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _over = new();
    private readonly PostgresDoor _door;
    private readonly long _writer;
    private readonly PostgresFleet _fleet;
    private readonly Func<int> _own;
    private readonly Action _ring;
    private readonly PostgresSigns _signs;
    private readonly Thread _thread;
    private bool _wasHeard;

    /// <param name="door">Where it listens.</param>
    /// <param name="writer">Whose ear it is.</param>
    /// <param name="fleet">Beats over this connection.</param>
    /// <param name="own">The process that appends for this server: it rings for others.</param>
    /// <param name="signs">Come over the same connection.</param>
    /// <param name="ring">Is called on a thread of the bell's.</param>
    public PostgresBell(PostgresDoor door, long writer, PostgresFleet fleet, Func<int> own, PostgresSigns signs, Action ring)
    {
        (_door, _writer, _fleet, _own, _signs, _ring) = (door, writer, fleet, own, signs, ring);
        _thread = new Thread(Run) { IsBackground = true, Name = "journal-bell" };
        _thread.Start();
    }

    public void Dispose()
    {
        _over.Cancel();
        _thread.Join();
        _over.Dispose();
    }

    private void Run()
    {
        while (!_over.IsCancellationRequested)
        {
            try
            {
                Listen();
            }
            catch (NpgsqlException)
            {
                // The turn's own connection says what is wrong; here it is only tried again.
                _over.Token.WaitHandle.WaitOne(Retry);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Listen()
    {
        using var connection = _door.OpenForWork("chatroom/ear");
        connection.Notification += Heard;
        Execute(connection, $"LISTEN {_door.Channel}; LISTEN {_door.SignsChannel}; UPDATE openings SET ear_pid = pg_backend_pid() WHERE writer = {_writer}");
        // What was appended while nobody listened.
        _ring();
        _wasHeard = false;
        Execute(connection, $"NOTIFY {_door.Channel}, 'trial'");
        _fleet.Missed();
        _fleet.Turn(connection);
        var isDeaf = !_wasHeard && !Wait(connection, Trial) && !_wasHeard;
        while (!_over.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            // Npgsql counts milliseconds, and takes none for no limit.
            for (var rest = Rest; rest >= Least; rest = Rest - Stopwatch.GetElapsedTime(began))
            {
                Wait(connection, isDeaf && rest > Poll ? Poll : rest);
                if (isDeaf)
                    _ring();
            }
            _fleet.Turn(connection);
        }
    }

    /// <summary>On this thread, but so that the end of it all is noticed at once.</summary>
    private bool Wait(NpgsqlConnection connection, TimeSpan time) => connection.WaitAsync(time, _over.Token).GetAwaiter().GetResult();

    private void Heard(object _, NpgsqlNotificationEventArgs told)
    {
        _wasHeard = true;
        if (told.Channel == _door.SignsChannel)
            _signs.Hear(told.PID, told.Payload);
        else if (told.PID != _own() && told.Payload.Length == 0)
            _ring();
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 12 };
        command.ExecuteNonQuery();
    }
}
