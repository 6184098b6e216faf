using System.Collections.Frozen;
using System.Text.Json;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Rules;

namespace ChatRoom.Server.Monitoring;

/// <summary>
/// What the hub counts. Its thread alone writes, with plain additions, and the code that shows the numbers reads them from another: a
/// number may be a moment old, and counting costs no more than the addition.
/// </summary>
public sealed class HubCounters
{
    /// <summary>The names come from the rules, so that a new refusal or way of speaking is counted without a line here.</summary>
    private static readonly string[] Kinds = [.. Enum.GetNames<SayKind>().Select(Named), "signal", "change"];

    private static readonly Type[] Refusals = [.. typeof(Refusal).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Refusal)))];
    private static readonly string[] Reasons = [.. Refusals.Select(type => Named(type.Name)), "not_kept"];
    private static readonly FrozenDictionary<Type, int> ReasonOf = Refusals.Index().ToFrozenDictionary(one => one.Item, one => one.Index);

    private readonly long[] _happened = new long[Kinds.Length];
    private readonly long[] _told = new long[Kinds.Length];
    private readonly long[] _refused = new long[Reasons.Length];

    /// <summary>Connections that were closed because their clients read too slowly.</summary>
    public long SlowReaders { get; set; }

    /// <summary>Turns that the journal refused.</summary>
    public long JournalRefusals { get; set; }

    /// <summary>Turns of which the journal did not know whether they are kept.</summary>
    public long JournalLosses { get; set; }

    /// <summary>Turns whose outcome was not known, and was found to be so afterwards.</summary>
    public long UnknownKept { get; set; }

    public long UnknownNotKept { get; set; }

    /// <summary>Turns that took the journal and kept something, and those that had nothing to keep.</summary>
    public long TurnsKept { get; set; }

    public long TurnsEmpty { get; set; }

    /// <summary>Commands on which the rules failed: each is a bug.</summary>
    public long Failures { get; set; }

    /// <summary>What was said or done.</summary>
    public IEnumerable<(string Kind, long Count)> Happened => Kinds.Zip(_happened);

    /// <summary>How often a connection was told of it.</summary>
    public IEnumerable<(string Kind, long Count)> Told => Kinds.Zip(_told);

    public IEnumerable<(string Reason, long Count)> Refused => Reasons.Zip(_refused);

    public void Count(Event happened) => _happened[KindOf(happened)]++;

    public void CountTold(Event happened, int connections) => _told[KindOf(happened)] += connections;

    public void Count(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        _refused[ReasonOf[refusal.GetType()]]++;
    }

    public void CountNotKept() => _refused[^1]++;

    private static int KindOf(Event happened) => happened switch
    {
        Event.Said said => (int)said.Kind,
        Event.Signalled => Kinds.Length - 2,
        // Whatever else happens is a change of who is where.
        _ => Kinds.Length - 1,
    };

    private static string Named(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
