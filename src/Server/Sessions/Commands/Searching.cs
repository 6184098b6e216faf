using System.Globalization;
using System.Text;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Journal.Search;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>SEARCH (soju.im/search): what was said in all that one may read, by words, place, person and time.</summary>
public static class Searching
{
    internal static readonly CommandRow[] Commands =
    [
        new("SEARCH", 1, CommandTime.After, Ask),
    ];

    public static void Ask(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (!session.Capabilities.HasFlag(Capability.Search))
        {
            // Who does not know the batch would take what is found for something that is said now.
            session.Reply(Numerics.ErrUnknownCommand, "SEARCH", "SEARCH needs the capability soju.im/search");
            return;
        }
        var wanted = new Search(null, SearchWords.None, Option<Nick>.None, HistoryPlace.Any, HistoryPlace.Any, Limits.HistoryPage);
        foreach (var selector in new TagEnumerator(line[0]))
        {
            var (name, value) = (Encoding.UTF8.GetString(selector.Name), TagValue.Unescape(selector.RawValue));
            if (With(wanted, name, value) is not { } next)
            {
                session.Fail("SEARCH", "INVALID_PARAMS", Numeric.Word(name), Wrong(name));
                return;
            }
            wanted = next;
        }
        if (wanted.Words.Phrases.IsEmpty && wanted.From.IsNone && wanted.In is null)
            session.Fail("SEARCH", "INVALID_PARAMS", "*", "Say what to look for: text=WORDS, from=NICK or in=TARGET; further after=, before= (times) and limit=");
        else
            session.Ask(new IrcQuestion.Searched(wanted, session.Capabilities));
    }

    /// <summary>Null where the value is none of that selector, or nobody knows the selector.</summary>
    private static Search? With(Search wanted, string name, string value) => name switch
    {
        "in" when value.Length > 0 => wanted with { In = value },
        "from" when Nick.Parse(value).ToOption().TryGet(out var nick) => wanted with { From = nick },
        "text" when SearchWords.Parse(value) is { } words => wanted with { Words = words },
        "after" when ServerTime.TryParse(value, out var moment) => wanted with { After = HistoryPlace.Of(new Timestamp(moment)) },
        "before" when ServerTime.TryParse(value, out var moment) => wanted with { Before = HistoryPlace.Of(new Timestamp(moment)) },
        "limit" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0 => wanted with { Most = Math.Min(most, Limits.HistoryPage) },
        _ => null,
    };

    private static string Wrong(string name) => name switch
    {
        "in" => "in= names a room, or a person",
        "from" => "from= is a nickname",
        "text" => $"text= is 1 to {SearchWords.Most} words, \"exact phrases\" and begin*, of {SearchWords.ShortestBeginning} letters or more",
        "after" or "before" => $"{name}= is a time such as 2026-01-31T12:00:00.000Z",
        "limit" => $"limit= is a number from 1 to {Limits.HistoryPage}",
        _ => "SEARCH knows in=, from=, text=, after=, before= and limit=, with ; in between",
    };
}

/// <summary>What somebody looks for, as they named it. Nothing in <paramref name="In"/> means all that they may read.</summary>
public sealed record Search(string? In, SearchWords Words, Option<Nick> From, HistoryPlace After, HistoryPlace Before, int Most);
