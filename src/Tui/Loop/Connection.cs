using System.Security.Cryptography;
using System.Threading.Channels;
using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.ConnectForm;

namespace ChatRoom.Tui.Loop;

/// <summary>A link to a network that runs, and tells the program's loop what it reports.</summary>
internal sealed class Connection : IAsyncDisposable
{
    private readonly Link _link;
    private readonly CancellationTokenSource _stop = new();

    /// <param name="wasThereBefore">At an earlier start: it is tried until it is there again.</param>
    public Connection(
        FormValues values, AppSettings settings, Encryption? encryption, ChannelWriter<AppMessage> told, TimeProvider clock, bool wasThereBefore = false)
    {
        Values = values;
        Settings = new ClientSettings(values.Nick, [.. Places.Rooms(values, settings.LeftAt(values))], settings.History, values.ServerPassword)
        {
            Account = values.Account is { Length: > 0 } account ? new Account(account, values.AccountPassword) : encryption?.Own is null ? null : new Account("", null),
            Features = settings.Preferences.Ctcp ? ClientFeatures.Screen | ClientFeatures.Ctcp : ClientFeatures.Screen,
            Program = $"ChatRoom {BuildVersion.Text}",
            Zone = clock.LocalTimeZone,
            Token = RandomNumberGenerator.GetHexString(32, lowercase: true),
        };
        _link = new Link(
            new LinkSettings(Settings) { WasThereBefore = wasThereBefore }, cancel => TcpTransport.Dial(values.Host, values.Port, encryption, clock, cancel), clock, Random.Shared);
        Over = Task.WhenAll(_link.Run(_stop.Token), Report(told));
    }

    public FormValues Values { get; }

    public string Network => Values.Network;

    /// <summary>The account that was made here; null where none was.</summary>
    public string? Account { get; set; }

    /// <summary>The server has let us in once.</summary>
    public bool HasEntered { get; set; }

    public ClientSettings Settings { get; }

    /// <summary>All of it has ended.</summary>
    public Task Over { get; }

    public void Post(ClientMessage message) => _link.Post(message);

    /// <summary>A new connection at once.</summary>
    public void TryNow() => _link.TryNow();

    /// <summary>Nobody listens any more; it need not say goodbye.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Over;
        _stop.Dispose();
    }

    /// <summary>When the program is busy, the connection waits for it here, and so does the server.</summary>
    private async Task Report(ChannelWriter<AppMessage> told)
    {
        try
        {
            await foreach (var report in _link.Reports.ReadAllAsync(_stop.Token))
                await told.WriteAsync(new AppMessage.Reported(this, report), _stop.Token);
            await told.WriteAsync(new AppMessage.Ended(this), _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Nobody listens any more.
        }
        catch (Exception fault)
        {
            // The loop hears of it, and with it everybody.
            told.TryComplete(fault);
        }
    }
}
