using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Maintenance;

/// <summary>Which events are exported: all of them, or those that fit everything that is named here.</summary>
/// <param name="Room">A room's name, whichever room had it at the time.</param>
/// <param name="Account">Who did it, or whom it was said to, by account.</param>
/// <param name="Since">Not before this moment.</param>
/// <param name="Until">Before this moment.</param>
public sealed record ExportQuery(Option<RoomName> Room, Option<AccountName> Account, Option<Timestamp> Since, Option<Timestamp> Until)
{
    /// <summary>Only what those did who keep order, in rooms and on the server.</summary>
    public bool IsModeration { get; init; }

    /// <summary>From what stands on a command line, or all that is wrong with it.</summary>
    public static Validation<string, ExportQuery> Parse(string? room, string? account, string? since, string? until)
    {
        var name = Parsed(room, text => RoomName.Parse(text.StartsWith('#') ? text : $"#{text}"), "--room", "room's name");
        var who = Parsed(account, AccountName.Parse, "--account", "account's name");
        return (name, who, Time("--since", since), Time("--until", until)).Apply((r, a, s, u) => new ExportQuery(r, a, s, u)).Bind(InOrder);
    }

    /// <summary>Only what concerns the account of this number.</summary>
    public Option<AccountId> Of { get; init; }

    public bool Fits(Event happened) =>
        Of.ForAll(account => AccountWords.Concerns(happened, account))
        && (!IsModeration || happened is IModeration or Event.Kicked or Event.MaskSet or Event.MaskLifted or Event.MaskEnded or Event.BanEnded
            or Event.PasswordChanged { By.IsSome: true })
        && Room.ForAll(room => RoomOf(happened)?.Key == room.Key)
        && Account.ForAll(account => Is((happened as IActed)?.Who, account) || (happened as IModeration)?.By.Exists(by => Is(by, account)) == true || Is(Addressed(happened), account) || (happened as IOfAccount)?.Account.Name.Key == account.Key);

    private static RoomName? RoomOf(Event happened) => happened switch
    {
        IInRoom inRoom => inRoom.Name,
        Event.Overruled overruled => overruled.Name,
        Event.Said { In: Conversation.InRoom place } => place.Name,
        _ => null,
    };

    private static Actor? Addressed(Event happened) => happened switch
    {
        Event.Said { In: Conversation.Between pair } => pair.To,
        Event.Killed killed => killed.Of,
        Event.Kicked kicked => kicked.Of,
        _ => null,
    };

    private static Validation<string, Option<T>> Parsed<T>(string? text, Func<string, Result<T, NameFault>> parse, string option, string what)
        where T : notnull =>
        text is null
            ? Option<T>.None
            : parse(text).Match<Validation<string, Option<T>>>(name => Prelude.Some(name), _ => Prelude.Fail<string, Option<T>>($"{option} '{text}' is no {what}"));

    private static Validation<string, Option<Timestamp>> Time(string option, string? text)
    {
        if (text is null)
            return Option<Timestamp>.None;
        var moment = TimestampText.Parse(text);
        return moment.IsSome ? moment : Prelude.Fail<string, Option<Timestamp>>($"{option} '{text}' is no time: write {TimestampText.Example}");
    }

    private static Validation<string, ExportQuery> InOrder(ExportQuery query) =>
        query.Since.Exists(since => query.Until.Exists(until => since.CompareTo(until) >= 0))
            ? Prelude.Fail<string, ExportQuery>("--since is not before --until, so nothing lies between them")
            : query;

    private static bool Is(Actor? who, AccountName account) => who is not null && who.Account.Exists(named => named.Name.Key == account.Key);
}
