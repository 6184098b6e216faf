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
    public static Either<string, ExportQuery> Parse(string? room, string? account, string? since, string? until)
    {
        var name = room is null ? Right<RoomName>() : Parsed(RoomName.Parse(room.StartsWith('#') ? room : $"#{room}"), $"--room '{room}' is no room's name");
        var who = account is null ? Right<AccountName>() : Parsed(AccountName.Parse(account), $"--account '{account}' is no account's name");
        return from r in name
               from a in who
               from s in Time("--since", since)
               from u in Time("--until", until)
               from query in InOrder(new ExportQuery(r, a, s, u))
               select query;
    }

    public bool Fits(Event happened)
    {
        var about = EventAbout.Of(happened);
        return Room.ForAll(room => about.Room?.Key == room.Key)
            && Account.ForAll(account => Is(about.Who, account) || Is(about.To, account));
    }

    private static Either<string, Option<T>> Right<T>() => Option<T>.None;

    private static Either<string, Option<T>> Parsed<T>(Either<NameFault, T> name, string wrong) =>
        name.Map(Option<T>.Some).MapLeft(_ => wrong);

    private static Either<string, Option<Timestamp>> Time(string option, string? text)
    {
        if (text is null)
            return Right<Timestamp>();
        var moment = Moments.Parse(text);
        return moment.IsSome ? moment : $"{option} '{text}' is no time: write {Moments.Example}";
    }

    private static Either<string, ExportQuery> InOrder(ExportQuery query) =>
        query.Since.Exists(since => query.Until.Exists(until => since.CompareTo(until) >= 0))
            ? "--since is not before --until, so nothing lies between them"
            : query;

    private static bool Is(Who? who, AccountName account) => who is not null && who.Account.Exists(named => named.Key == account.Key);
}
