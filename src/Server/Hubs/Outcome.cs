using ChatRoom.Domain;

namespace ChatRoom.Server.Hubs;

/// <summary>What became of one letter, or of one event that another server appended: to be told when the turn is kept.</summary>
public readonly record struct Outcome(Letter? Letter, World World, Decision? Decision, ValueList<Recorded> Events, ValueList<Effect> Effects)
{
    /// <summary>Not null: the rules failed on this command, which costs it and its connection.</summary>
    public Exception? Fault { get; init; }

    /// <summary>Not null: the journal did not take the turn, so this command did not happen.</summary>
    public string? NotKept { get; init; }
}
