using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal;
using ChatRoom.Journal.Maintenance;

namespace ChatRoom.Server;

/// <summary>Bans from the server in words: whom one means, as operators type and read it, and what who is banned is told.</summary>
public static class BanWords
{
    public const string Rule = "a:ACCOUNT, an address or a range such as 203.0.113.0/24, or a mask nick!user@host";

    private const string AccountPrefix = "a:";

    /// <summary>Null, and what is wrong, for what means nobody.</summary>
    public static BanTarget? Parse(string text, World world, out string wrong)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(world);
        wrong = $"That is nobody who can be banned: it has to be {Rule}";
        if (RangeText.Parse(text) is { } range)
            return new BanTarget.OfRange(range);
        if (!text.StartsWith(AccountPrefix, StringComparison.OrdinalIgnoreCase))
            return Mask.Parse(text).TryGet(out var mask, out _) && !text.Contains('/', StringComparison.Ordinal) ? new BanTarget.OfMask(mask) : null;
        if (AccountName.Parse(text[AccountPrefix.Length..]).ToOption().Bind(world.Account).TryGet(out var account))
            return new BanTarget.OfAccount(account.Ref);
        wrong = "There is no such account";
        return null;
    }

    public static string Of(BanTarget target) => target switch
    {
        BanTarget.OfAccount one => $"{AccountPrefix}{one.Account.Name}",
        BanTarget.OfMask one => one.Mask.Text,
        BanTarget.OfRange one => RangeText.Format(one.Range),
    };

    /// <summary>For who is banned.</summary>
    public static string Sentence(ServerBan ban)
    {
        ArgumentNullException.ThrowIfNull(ban);
        return $"You are banned from this server{Until(ban.Until)}{Because(ban.Reason.Text)}";
    }

    /// <summary>For operators: a line of the list.</summary>
    public static string Listed(ServerBan ban)
    {
        ArgumentNullException.ThrowIfNull(ban);
        var by = ban.By.Map(who => who.Nick.Text).IfNone("the shell");
        return $"{Of(ban.Of)}, by {by} at {TimestampText.Format(ban.At)}{Until(ban.Until)}{Because(ban.Reason.Text)}";
    }

    /// <summary>For who set it.</summary>
    public static string Done(Event.BanSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return $"{Of(set.Of)} is banned{Until(set.Until)}; {(set.Hits == 1 ? "1 person was" : $"{set.Hits} people were")} here and had to go";
    }

    private static string Until(Option<Timestamp> until) => until.Map(moment => $" until {TimestampText.Format(moment)}").IfNone("");

    private static string Because(string reason) => reason.Length > 0 ? $": {reason}" : "";
}
