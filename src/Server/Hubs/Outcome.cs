using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Server.Hubs;

/// <summary>What became of one message, or of one event that another server appended: to be told when the turn is kept.</summary>
public readonly record struct Outcome(HubMessage? Message, World World, Decision? Decision, ValueList<Recorded> Events, ValueList<Effect> Effects)
{
    /// <summary>Not null: the rules failed on this command, which costs it and its connection.</summary>
    public Exception? Fault { get; init; }

    /// <summary>Not null: the journal did not take the turn, so this command did not happen.</summary>
    public string? NotKept { get; init; }
}
