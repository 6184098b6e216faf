using System.IO.Pipelines;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Settings;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Sessions;

/// <summary>
/// What all sessions of a server share. Whatever goes on beside the threads that come with a call does so on <paramref name="Workers"/>.
/// </summary>
public sealed record ServerContext(ServerInfo Info, Hub Hub, Welcome Welcome, Census Census, IHistory History, TimeProvider Clock, ILogger Log,
    PipeScheduler Workers, LoginDesk Logins, AddressLimits Places)
{
    public World World => Hub.World;

    /// <summary>Reads the settings again. Where nobody can, they have not changed.</summary>
    public Func<Task<Rereading>> Reread { get; set; } = () => Task.FromResult<Rereading>(new Rereading.Read(Info.Live.Current, [], []));

    /// <summary>Erases an account and all that it ever typed.</summary>
    public Func<AccountName, Task<Verdict>> Erase { get; set; } = name => Task.FromResult<Verdict>(new Verdict.Refused(new Refusal.NoSuchAccount(name)));

    /// <summary>Messages that came of one command lie together, and the last one says so.</summary>
    public void Post(LocalConnection connection, IReadOnlyList<HubRequest> requests, string? label)
    {
        ArgumentNullException.ThrowIfNull(requests);
        if (requests.Count == 1)
        {
            Hub.Post(new HubMessage(connection, requests[0], label));
            return;
        }
        var messages = new HubMessage[requests.Count];
        for (var i = 0; i < messages.Length; i++)
            messages[i] = new HubMessage(connection, requests[i], label, i == messages.Length - 1);
        Hub.Post(messages);
    }
}
