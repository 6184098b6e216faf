using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Simulation.Tests.Running;

namespace ChatRoom.Simulation.Tests.People;

/// <summary>One connection as its person knows it: all that was sent and heard, and how it ended. The checkers judge these.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Server">At which server.</param>
/// <param name="Id">As the journal names it.</param>
/// <param name="Branch">On which branch of the journal it began.</param>
public sealed record Ear(int Number, string Person, string Server, ConnectionId Id, int Branch)
{
    public List<Heard> Heard { get; } = [];

    public List<Sent> Sent { get; } = [];

    /// <summary>At the end it still stands, and all that was sent has arrived.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>When its last questions were asked: what comes from there on describes the calm.</summary>
    public int CalmFrom { get; set; } = int.MaxValue;

    /// <summary>The token with which it came, if it gave one.</summary>
    public string? Token { get; set; }

    /// <summary>The capabilities that it was granted before it was let in.</summary>
    public IReadOnlySet<string> Capabilities { get; set; } = new System.Collections.Generic.HashSet<string>();

    public bool Has(string capability) => Capabilities.Contains(capability);

    public void Hear(Message line, Moment sent)
    {
        ArgumentNullException.ThrowIfNull(line);
        Heard.Add(new Heard(line, sent));
        if (line.Is("CAP") && line.Parameter(1) == "ACK")
            Capabilities = new System.Collections.Generic.HashSet<string>(Capabilities.Concat(line.Parameter(2).Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    public override string ToString() => $"{Person}'s connection {Number} ({Id.Number} of server {Id.Server.Number} on {Server})";
}
