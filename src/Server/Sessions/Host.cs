using System.IO.Pipelines;
using ChatRoom.Domain;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Journal;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Sessions;

/// <summary>
/// What all sessions of a server share. Whatever goes on beside the threads that come with a call does so on <paramref name="Workers"/>.
/// </summary>
public sealed record Host(ServerInfo Info, Hub Hub, Welcome Welcome, Census Census, IHistory History, TimeProvider Clock, ILogger Log,
    PipeScheduler Workers)
{
    public World World => Hub.World;

    /// <summary>Letters that came of one command lie together, and the last one says so.</summary>
    public void Post(Seat seat, IReadOnlyList<Wish> wishes, string? label)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        if (wishes.Count == 1)
        {
            Hub.Post(new Letter(seat, wishes[0], label));
            return;
        }
        var letters = new Letter[wishes.Count];
        for (var i = 0; i < letters.Length; i++)
            letters[i] = new Letter(seat, wishes[i], label, i == letters.Length - 1);
        Hub.Post(letters);
    }
}
