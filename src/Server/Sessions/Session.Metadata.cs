using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Hubs;

namespace ChatRoom.Server.Sessions;

/// <summary>Of which metadata the client wants to hear, and what it says of itself before it is let in.</summary>
public sealed partial class Session
{
    private readonly List<(MetadataKey Key, string Value)> _early = [];
    private Domain.Data.ValueList<MetadataKey> _subscribed;
    private ChangeAllowance? _changes;
    private string? _earlyAway;

    public Domain.Data.ValueList<MetadataKey> Subscribed => _subscribed;

    public void Subscribe(Domain.Data.ValueList<MetadataKey> keys)
    {
        _subscribed = keys;
        _wishes.Add(new HubRequest.Subscribe(keys));
    }

    /// <summary>What it says of itself as soon as it is somebody.</summary>
    public IReadOnlyList<(MetadataKey Key, string Value)> EarlyMetadata => _early;

    /// <summary>Without a value it is taken back. False if that is too much.</summary>
    public bool SayEarly(MetadataKey key, string? value)
    {
        _early.RemoveAll(one => one.Key == key);
        if (value is not null && _early.Count < Domain.Events.RuleLimits.MetadataKeys)
            _early.Add((key, value));
        return value is null || _early.Exists(one => one.Key == key);
    }

    public void ClearEarly() => _early.Clear();

    /// <summary>Whether its person is away from the start.</summary>
    public void ComeAway(string words)
    {
        _earlyAway = words;
        Reply(words.Length > 0 ? Numerics.RplNowAway : Numerics.RplUnAway, words.Length > 0 ? "You come as somebody who is away" : "You come as somebody who is here");
    }

    /// <summary>To be let in, with what the client said of itself before.</summary>
    private Domain.Commands.Command.Connect WithEarly(Domain.Commands.Command.Connect wish) => _early.Count == 0 && _earlyAway is null
        ? wish
        : wish with { Metadata = [.. _early], Away = _earlyAway is { } words ? words : Option<string>.None };

    /// <summary>How many seconds the client has to wait until it may change metadata; 0 if it may now.</summary>
    public int WaitForChange()
    {
        if (!_context.Info.Live.Current.HasFloodControl)
            return 0;
        var changes = _changes ?? new ChangeAllowance(_context.Clock);
        var wait = changes.Take();
        _changes = changes;
        return wait;
    }
}
