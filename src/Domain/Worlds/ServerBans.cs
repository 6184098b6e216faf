using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Worlds;

/// <summary>
/// The bans from the server, so ordered that ten thousand of them cost who connects no more than a few: ranges are asked for by each width that there
/// is, and masks by each form in which somebody can be named exactly. Only masks of another form are tried one by one.
/// </summary>
public sealed record ServerBans
{
    public static readonly ServerBans None = new();

    private HashMap<Exactly<string>, string, ServerBan> ByKey { get; init; } = HashMap<Exactly<string>, string, ServerBan>.Empty;

    /// <summary>How many ranges there are of each width.</summary>
    private Map<Ascending<int>, int, int> Widths { get; init; } = Map<Ascending<int>, int, int>.Empty;

    /// <summary>The keys of masks that have to be tried.</summary>
    private HashMap<Exactly<string>, string, Mask> Loose { get; init; } = HashMap<Exactly<string>, string, Mask>.Empty;

    public Set<Ascending<BanEnd>, BanEnd> Ends { get; private init; } = Set<Ascending<BanEnd>, BanEnd>.Empty;

    public int Count => ByKey.Count;

    /// <summary>In the order in which they were set.</summary>
    public IEnumerable<ServerBan> All => ByKey.Values.OrderBy(ban => ban.At).ThenBy(ban => ban.Of.Key, StringComparer.Ordinal);

    public Option<ServerBan> Find(BanTarget of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return ByKey.Find(of.Key);
    }

    public Option<ServerBan> Find(string key) => ByKey.Find(key);

    public Option<ServerBan> Of(NetworkAddress address)
    {
        foreach (var width in Widths.Keys)
        {
            var found = ByKey.Find(BanTarget.KeyOf(AddressRange.Of(address, width)));
            if (found.IsSome)
                return found;
        }
        return Option<ServerBan>.None;
    }

    public Option<ServerBan> Of(AccountRef account) => ByKey.IsEmpty ? Option<ServerBan>.None : Find(new BanTarget.OfAccount(account));

    /// <summary>By a mask.</summary>
    public Option<ServerBan> Of(Nick nick, string user, string host)
    {
        ArgumentNullException.ThrowIfNull(nick);
        if (ByKey.IsEmpty)
            return Option<ServerBan>.None;
        foreach (var form in Forms(nick.Key, Folding.Fold(user), Folding.Fold(host)))
        {
            var found = ByKey.Find(BanTarget.KeyOf(form));
            if (found.IsSome)
                return found;
        }
        if (Loose.IsEmpty)
            return Option<ServerBan>.None;
        var subject = Mask.Subject(nick, user, host);
        // A map walks in another order each time, and people see which it was.
        var key = Loose.Where(loose => loose.Value.Covers(subject)).Select(loose => loose.Key).Min(StringComparer.Ordinal);
        return key is null ? Option<ServerBan>.None : ByKey.Find(key);
    }

    public ServerBans With(ServerBan ban)
    {
        ArgumentNullException.ThrowIfNull(ban);
        var (before, key) = (Without(ban.Of), ban.Of.Key);
        return before with
        {
            ByKey = before.ByKey.Add(key, ban),
            Widths = ban.Of is BanTarget.OfRange range ? before.Widths.AddOrUpdate(range.Range.Bits, before.Widths.Find(range.Range.Bits).IfNone(0) + 1) : before.Widths,
            Loose = ban.Of is BanTarget.OfMask mask && !IsExact(mask.Mask) ? before.Loose.Add(key, mask.Mask) : before.Loose,
            Ends = ban.Until.TryGet(out var until) ? before.Ends.Add(new BanEnd(until, key)) : before.Ends,
        };
    }

    public ServerBans Without(BanTarget of)
    {
        if (!Find(of).TryGet(out var ban))
            return this;
        var key = of.Key;
        return this with
        {
            ByKey = ByKey.Remove(key),
            Widths = of is BanTarget.OfRange range ? Fewer(range.Range.Bits) : Widths,
            Loose = Loose.Remove(key),
            Ends = ban.Until.TryGet(out var until) ? Ends.Remove(new BanEnd(until, key)) : Ends,
        };
    }

    /// <summary>Its words are forgotten here too.</summary>
    public ServerBans Without(Forgetting what) => this with { ByKey = ByKey.Map(ban => ban with { Reason = ban.Reason.Without(what) }) };

    private Map<Ascending<int>, int, int> Fewer(int width) => Widths[width] == 1 ? Widths.Remove(width) : Widths.SetItem(width, Widths[width] - 1);

    /// <summary>All that an exact mask could say of somebody: "*.town.ip" stands for each network that their host names.</summary>
    private static IEnumerable<string> Forms(string nick, string user, string host)
    {
        var hosts = new List<string> { host, "*" };
        for (var dot = host.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = host.IndexOf('.', dot + 1))
            hosts.Add($"*{host[dot..]}");
        return hosts.SelectMany(one => (string[])[$"*!*@{one}", $"{nick}!*@{one}", $"*!{user}@{one}", $"{nick}!{user}@{one}"]);
    }

    private static bool IsExact(Mask mask)
    {
        var (bang, at) = (mask.Key.IndexOf('!', StringComparison.Ordinal), mask.Key.LastIndexOf('@'));
        var host = mask.Key[(at + 1)..];
        return IsExact(mask.Key[..bang]) && IsExact(mask.Key[(bang + 1)..at]) && IsExact(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host);
    }

    private static bool IsExact(string part) => part == "*" || part.AsSpan().IndexOfAny('*', '?') < 0;
}
