using ChatRoom.Domain;

namespace ChatRoom.Server.Keeping;

/// <summary>Which events are exported: all of them, or those that fit everything that is named here.</summary>
/// <param name="Room">A room's name, whichever room had it at the time.</param>
/// <param name="Account">Who did it, or whom it was said to, by account.</param>
/// <param name="Since">Not before this moment.</param>
/// <param name="Until">Before this moment.</param>
public sealed record ExportQuery(Option<RoomName> Room, Option<AccountName> Account, Option<Timestamp> Since, Option<Timestamp> Until)
{
    /// <summary>From what stands on a command line, or what is wrong with it.</summary>
    public static Result<ExportQuery, string> Parse(string? room, string? account, string? since, string? until)
    {
        var query = new ExportQuery(default, default, default, default);
        if (room is not null)
        {
            if (!RoomName.Parse(room.StartsWith('#') ? room : $"#{room}").TryGet(out var name, out _))
                return $"--room '{room}' is no room's name";
            query = query with { Room = name };
        }
        if (account is not null)
        {
            if (!AccountName.Parse(account).TryGet(out var name, out _))
                return $"--account '{account}' is no account's name";
            query = query with { Account = name };
        }
        return Time("--since", since).Bind(from => Time("--until", until).Bind(to => InOrder(query with { Since = from, Until = to })));
    }

    public bool Fits(Event happened)
    {
        var about = EventAbout.Of(happened);
        return Room.ForAll(room => about.Room?.Key == room.Key)
            && Account.ForAll(account => Is(about.Who, account) || Is(about.To, account));
    }

    private static Result<Option<Timestamp>, string> Time(string option, string? text)
    {
        if (text is null)
            return Option<Timestamp>.None;
        var moment = Moments.Parse(text);
        return moment.IsSome ? moment : $"{option} '{text}' is no time: write {Moments.Example}";
    }

    private static Result<ExportQuery, string> InOrder(ExportQuery query) =>
        query.Since.Exists(since => query.Until.Exists(until => since.CompareTo(until) >= 0))
            ? "--since is not before --until, so nothing lies between them"
            : query;

    private static bool Is(Who? who, AccountName account) => who is not null && who.Account.Exists(named => named.Key == account.Key);
}
