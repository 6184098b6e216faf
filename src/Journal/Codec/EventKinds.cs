using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;

namespace ChatRoom.Journal.Codec;

/// <summary>
/// Every kind of event that is kept, a row each: the number that it is stored under, which is given once and never again; its name in
/// exports; its version, which a field raises that Apply reads; what its header holds, and what of it a person typed.
/// A new kind is a row here.
/// </summary>
internal static class EventKinds
{
    public static IReadOnlyList<EventKind> All { get; } =
    [
        new EventKind<Event.ServerStarted>(1, "serverStarted", 1,
            (h, e) => h.Number(HeaderField.Server, e.Server.Number).Number(HeaderField.Level, e.Reads).Optional(HeaderField.Name, e.Name).Optional(HeaderField.Version, e.Version),
            (in h, _) => new(h.Server(), (int)h.Number(HeaderField.Level), h.Text(HeaderField.Name), h.Text(HeaderField.Version))),
        new EventKind<Event.ServerEnded>(2, "serverEnded", 1,
            (h, e) => h.Number(HeaderField.Server, e.Server.Number),
            (in h, _) => new(h.Server())),
        new EventKind<Event.ServerCleared>(3, "serverCleared", 1,
            (h, e) => h.Number(HeaderField.Server, e.Server.Number),
            (in h, _) => new(h.Server())),
        new EventKind<Event.LevelRaised>(4, "levelRaised", 1,
            (h, e) => h.Number(HeaderField.Level, e.To),
            (in h, _) => new((int)h.Number(HeaderField.Level))),
        new EventKind<Event.LimitsChanged>(5, "limitsChanged", 1,
            (h, e) => h.Numbers(HeaderField.Limits, e.Limits.RoomsOfPerson, e.Limits.TopicBytes, e.Limits.AwayBytes, e.Limits.SeenIds, e.Limits.PastRooms, e.Limits.StaySeconds, e.Limits.PersistDays, e.Limits.RedactMinutes, e.Limits.PersistsUnasked),
            (in h, _) => new(h.Limits())),
        new EventKind<Event.Connected>(6, "connected", 1,
            (h, e) => h.Connection(e.Connection).Actor(e.Who),
            (in h, words) => new(h.Connection(), h.Actor(), Text(words)), e => Text(e.RealName))
        { IsPresence = true, HasStateWords = true, WordsName = "realName" },
        new EventKind<Event.Attached>(7, "attached", 1,
            (h, e) => h.Connection(e.Connection).Actor(e.Who),
            (in h, _) => new(h.Connection(), h.Actor()))
        { IsPresence = true },
        new EventKind<Event.Detached>(8, "detached", 1,
            (h, e) => h.Connection(e.Connection).Actor(e.Who).Word(HeaderField.Why, e.Why, StoredNames.CloseReasons)
                .Optional(HeaderField.StaysUntil, e.StaysUntil.Map(until => until.Milliseconds).IfNone(0)),
            (in h, _) => new(h.Connection(), h.Actor(), h.Why(), h.StaysUntil()))
        { IsPresence = true },
        new EventKind<Event.Departed>(9, "departed", 1,
            (h, e) => (e.Connection.TryGet(out var connection) ? h.Connection(connection) : h).Actor(e.Who).Word(HeaderField.Why, e.Why, StoredNames.CloseReasons),
            (in h, words) => new(h.AnyConnection(), h.Actor(), h.Why(), Text(words)), e => Text(e.Words))
        { IsPresence = true, WordsName = "reason" },
        new EventKind<Event.Joined>(10, "joined", 1,
            (h, e) => h.Actor(e.Who).Room(e.Room, e.Name).Rights(e.Rights),
            (in h, _) => new(h.Actor(), h.RoomId(), h.Room(), h.Rights()))
        { IsPresence = true },
        new EventKind<Event.Left>(11, "left", 1,
            (h, e) => h.Actor(e.Who).Room(e.Room, e.Name),
            (in h, words) => new(h.Actor(), h.RoomId(), h.Room(), Text(words)), e => Text(e.Reason))
        { IsPresence = true, WordsName = "reason" },
        new EventKind<Event.Said>(12, "said", 1,
            (h, e) => h.Actor(e.Who).Place(e.In).Word(HeaderField.Kind, e.Kind, StoredNames.SayKinds).Id(e.Id).About(e.About),
            (in h, words) => ReadSaid(h, words), e => e.Body)
        { WordsName = "text" },
        new EventKind<Event.Renamed>(13, "renamed", 1,
            (h, e) => h.Actor(e.Who).Text(HeaderField.NewNick, e.New.Text),
            (in h, _) => new(h.Actor(), h.NewNick())),
        new EventKind<Event.AwaySet>(14, "away", 1,
            (h, e) => h.Actor(e.Who).Optional(HeaderField.Away, e.IsAway ? 1 : 0),
            (in h, words) => new(h.Actor(), h.Number(HeaderField.Away) != 0, Text(words)), e => Text(e.Text))
        { IsPresence = true, HasStateWords = true, WordsName = "text" },
        new EventKind<Event.TopicSet>(15, "topic", 1,
            (h, e) => h.Actor(e.Who).Room(e.Room, e.Name),
            (in h, words) => new(h.Actor(), h.RoomId(), h.Room(), Text(words)), e => Text(e.Text))
        { HasStateWords = true, WordsName = "text" },
        new EventKind<Event.Forgotten>(16, "forgotten", 1,
            (h, e) => h.Numbers(HeaderField.Ranges, [.. e.What.Ranges.SelectMany(range => new[] { range.First.Number, range.Last.Number })])
                .Optional(HeaderField.RoomId, e.What.Room.Map(room => room.Number).IfNone(0)),
            (in h, _) => new(h.Forgetting())),
        new EventKind<Event.ModeSet>(17, "mode", 1,
            (h, e) => h.Actor(e.Who).Room(e.Room, e.Name).Word(HeaderField.Mode, e.Mode, StoredNames.RoomModes).Number(HeaderField.Value, e.Value),
            (in h, _) => new(h.Actor(), h.RoomId(), h.Room(), h.Mode(), (int)h.Number(HeaderField.Value))),
        new EventKind<Event.RightChanged>(18, "right", 1,
            (h, e) => h.Actor(e.Who).Room(e.Room, e.Name).To(e.Of).Word(HeaderField.Right, e.Right, StoredNames.Rights).Number(HeaderField.Given, e.IsGiven ? 1 : 0),
            (in h, _) => new(h.Actor(), h.RoomId(), h.Room(), h.To(), h.Right(), h.Number(HeaderField.Given) != 0)),
        new EventKind<Event.AccountRegistered>(19, "accountRegistered", 1, (h, e) => h.Account(e.Account), (in h, _) => new(h.Account())),
        new EventKind<Event.AccountRemoved>(20, "accountRemoved", 1, (h, e) => h.Account(e.Account), (in h, _) => new(h.Account())),
        new EventKind<Event.LoggedIn>(21, "loggedIn", 1, (h, e) => h.Actor(e.Who).ToAccount(e.Account), (in h, _) => new(h.Actor(), h.ToAccount()))
        { IsPresence = true },
        new EventKind<Event.LoggedOut>(22, "loggedOut", 1, (h, e) => h.Actor(e.Who), (in h, _) => new(h.Actor()))
        { IsPresence = true },
        new EventKind<Event.NickReclaimed>(23, "nickReclaimed", 1,
            (h, e) => h.Actor(e.Who).Text(HeaderField.NewNick, e.New.Text).ToAccount(e.By),
            (in h, _) => new(h.Actor(), h.NewNick(), h.ToAccount())),
        new EventKind<Event.PasswordChanged>(24, "passwordChanged", 1,
            (h, e) => h.Tended(e.Account, e.By),
            (in h, _) => new(h.Tended().Account) { By = h.Tended().By }),
        new EventKind<Event.RegistrationSet>(25, "registration", 1,
            (h, e) => h.Word(HeaderField.Registration, e.To, StoredNames.RegistrationPolicies),
            (in h, _) => new(h.Registration())),
        new EventKind<Event.CertificateChanged>(26, "certificateChanged", 1,
            (h, e) => h.Account(e.Account).Number(HeaderField.Given, e.IsAdded ? 1 : 0),
            (in h, _) => new(h.Account(), h.Number(HeaderField.Given) != 0)),
        new EventKind<Event.RecoveryGiven>(27, "recoveryGiven", 1,
            (h, e) => h.Tended(e.Account, e.By),
            (in h, _) => new(h.Tended().Account) { By = h.Tended().By }),
        new EventKind<Event.RealNameSet>(28, "realNameSet", 1,
            (h, e) => h.Actor(e.Who),
            (in h, words) => new(h.Actor(), Text(words)), e => Text(e.RealName))
        { IsPresence = true, HasStateWords = true, WordsName = "realName" },
        new EventKind<Event.KeySet>(30, "key", 1,
            (h, e) => h.Actor(e.Who).Room(e.Room, e.Name).Text(HeaderField.Key, e.Key),
            (in h, _) => new(h.Actor(), h.RoomId(), h.Room(), h.Text(HeaderField.Key))),
        new EventKind<Event.Kicked>(31, "kicked", 1,
            (h, e) => h.Actor(e.Who).Room(e.Room, e.Name).To(e.Of),
            (in h, words) => new(h.Actor(), h.RoomId(), h.Room(), h.To(), Text(words)), e => Text(e.Reason))
        { WordsName = "reason" },
        new EventKind<Event.Invited>(32, "invited", 1,
            (h, e) => h.Actor(e.Who).Room(e.Room, e.Name).To(e.Of).Number(HeaderField.LetsIn, e.LetsIn ? 1 : 0),
            (in h, _) => new(h.Actor(), h.RoomId(), h.Room(), h.To(), h.Number(HeaderField.LetsIn) != 0)),
        new EventKind<Event.Knocked>(33, "knocked", 1,
            (h, e) => h.Actor(e.Who).Room(e.Room, e.Name),
            (in h, words) => new(h.Actor(), h.RoomId(), h.Room(), Text(words)), e => Text(e.Words))
        { WordsName = "text" },
        new EventKind<Event.MaskSet>(34, "maskSet", 1,
            (h, e) => h.Actor(e.Who).Room(e.Room, e.Name).Mask(e.List, e.Mask).Optional(HeaderField.Until, e.Until.Map(until => until.Milliseconds).IfNone(0)).For(e.For),
            (in h, words) => new(h.Actor(), h.RoomId(), h.Room(), h.List(), h.Mask(), h.Until(), Text(words)) { For = h.For() }, e => Text(e.Reason))
        { WordsName = "reason" },
        new EventKind<Event.MaskLifted>(35, "maskLifted", 1,
            (h, e) => h.Actor(e.Who).Room(e.Room, e.Name).Mask(e.List, e.Mask),
            (in h, _) => new(h.Actor(), h.RoomId(), h.Room(), h.List(), h.Mask())),
        new EventKind<Event.MaskEnded>(36, "maskEnded", 1,
            (h, e) => h.Room(e.Room, e.Name).Mask(e.List, e.Mask),
            (in h, _) => new(h.RoomId(), h.Room(), h.List(), h.Mask())),
        new EventKind<Event.RightsFollowed>(40, "rightsFollowed", 1,
            (h, e) => h.Actor(e.Who).Room(e.Room, e.Name).Rights(e.Rights).Number(HeaderField.Given, e.IsGiven ? 1 : 0),
            (in h, _) => new(h.Actor(), h.RoomId(), h.Room(), h.Rights(), h.Number(HeaderField.Given) != 0))
        { IsPresence = true },
        new EventKind<Event.HolderRemoved>(41, "holderRemoved", 1,
            (h, e) => h.Actor(e.Who).Room(e.Room, e.Name).ToAccount(e.Of).Word(HeaderField.Right, e.Right, StoredNames.Rights),
            (in h, _) => new(h.Actor(), h.RoomId(), h.Room(), h.ToAccount(), h.Right())),
        new EventKind<Event.RoomPassedOn>(42, "roomPassedOn", 1,
            (h, e) => h.Room(e.Room, e.Name).Account(e.From).ToAccount(e.To),
            (in h, _) => new(h.RoomId(), h.Room(), h.Account(), h.AnyToAccount())),
        new EventKind<Event.RoomDropped>(43, "roomDropped", 1,
            (h, e) => h.Actor(e.Who).Room(e.Room, e.Name),
            (in h, words) => new(h.Actor(), h.RoomId(), h.Room(), Text(words)), e => Text(e.Reason))
        { WordsName = "reason" },
        new EventKind<Event.RoomRenamed>(44, "roomRenamed", 1,
            (h, e) => h.Actor(e.Who).Room(e.Room, e.Name).Text(HeaderField.NewRoom, e.New.Text),
            (in h, words) => new(h.Actor(), h.RoomId(), h.Room(), h.NewRoom(), Text(words)), e => Text(e.Reason))
        { WordsName = "reason" },
        new EventKind<Event.GuestsShutOut>(45, "guestsShutOut", 1,
            (h, e) => h.Actor(e.Who).Number(HeaderField.Given, e.IsOn ? 1 : 0),
            (in h, _) => new(h.Actor(), h.Number(HeaderField.Given) != 0))
        { IsPresence = true },
        new EventKind<Event.SilenceSet>(46, "silenceSet", 1,
            (h, e) => h.Actor(e.Who).Text(HeaderField.Mask, e.Mask.Text).Number(HeaderField.Given, e.IsOn ? 1 : 0),
            (in h, _) => new(h.Actor(), h.Mask(), h.Number(HeaderField.Given) != 0))
        { IsPresence = true },
        new EventKind<Event.MetadataSet>(47, "metadataSet", 1,
            (h, e) => h.Actor(e.Who).Owner(e.Of).Text(HeaderField.Key, e.Key.Text),
            (in h, words) => new(h.Actor(), h.Owner(), h.MetadataKey(), Text(words)), e => Text(e.Value))
        { HasStateWords = true, WordsName = "text" },
        new EventKind<Event.MetadataCleared>(48, "metadataCleared", 1,
            (h, e) => h.Actor(e.Who).Owner(e.Of).Text(HeaderField.Keys, string.Join(' ', e.Keys)).Number(HeaderField.All, e.AreAll ? 1 : 0),
            (in h, _) => new(h.Actor(), h.Owner(), h.MetadataKeys(), h.Number(HeaderField.All) != 0)),
        new EventKind<Event.OperatorSet>(50, "operator", 1,
            (h, e) => h.By(e.By).ToAccount(e.Account).Powers(e.Powers),
            (in h, _) => new(h.By(), h.ToAccount(), h.Powers())),
        new EventKind<Event.WentOnDuty>(51, "onDuty", 1, (h, e) => h.Actor(e.Who).ToAccount(e.As), (in h, _) => new(h.Actor(), h.ToAccount()))
        { IsPresence = true },
        new EventKind<Event.WentOffDuty>(52, "offDuty", 1, (h, e) => h.Actor(e.Who), (in h, _) => new(h.Actor()))
        { IsPresence = true },
        new EventKind<Event.Killed>(53, "killed", 1,
            (h, e) => h.By(e.By).To(e.Of),
            (in h, words) => new(h.By(), h.To(), Text(words)), e => Text(e.Reason))
        { WordsName = "reason" },
        new EventKind<Event.BanSet>(54, "banSet", 1,
            (h, e) => h.By(e.By).Target(e.Of).Optional(HeaderField.Until, e.Until.Map(until => until.Milliseconds).IfNone(0)).Number(HeaderField.Hits, e.Hits),
            (in h, words) => new(h.By(), h.Target(), h.Until(), (int)h.Number(HeaderField.Hits), Text(words)), e => Text(e.Reason))
        { HasStateWords = true, WordsName = "reason" },
        new EventKind<Event.BanLifted>(55, "banLifted", 1, (h, e) => h.By(e.By).Target(e.Of), (in h, _) => new(h.By(), h.Target())),
        new EventKind<Event.BanEnded>(56, "banEnded", 1, (h, e) => h.Target(e.Of), (in h, _) => new(h.Target())),
        new EventKind<Event.OwnModeSet>(57, "ownMode", 1,
            (h, e) => h.Actor(e.Who).Word(HeaderField.Mode, e.Mode, StoredNames.PersonModes).Number(HeaderField.Given, e.IsOn ? 1 : 0),
            (in h, _) => new(h.Actor(), h.OwnMode(), h.Number(HeaderField.Given) != 0))
        { IsPresence = true },
        new EventKind<Event.Announced>(58, "announced", 1, (h, e) => h.By(e.By), (in h, words) => new(h.By(), Text(words)), e => Text(e.Text))
        { WordsName = "text" },
        new EventKind<Event.Overruled>(59, "overruled", 1,
            (h, e) => h.By(e.By).Room(e.Room, e.Name),
            (in h, words) => new(h.By(), h.RoomId(), h.Room(), Text(words)), e => Text(e.Words))
        { WordsName = "text" },
        new EventKind<Event.AlarmSet>(60, "alarm", 1,
            (h, e) => h.By(e.By).Number(HeaderField.Given, e.IsOn ? 1 : 0),
            (in h, words) => new(h.By(), h.Number(HeaderField.Given) != 0, Text(words)), e => Text(e.Reason))
        { WordsName = "reason" },
        new EventKind<Event.ModesSet>(70, "modes", 1,
            (h, e) => h.Actor(e.Who).Room(e.Room, e.Name).Modes(e.Changes),
            (in h, _) => new(h.Actor(), h.RoomId(), h.Room(), h.Modes())),
        new EventKind<Event.Merged>(73, "merged", 1,
            (h, e) => h.Actor(e.Who).To(e.Into).Rooms(HeaderField.Taken, e.Taken),
            (in h, _) => new(h.Actor(), h.To(), h.Rooms(HeaderField.Taken)))
        { IsPresence = true },
        new EventKind<Event.RegistrationAsked>(71, "registrationAsked", 1, (h, e) => h.Actor(e.Who).Name(e.Name), (in h, _) => new(h.Actor(), h.Name())),
        new EventKind<Event.RegistrationDecided>(72, "registrationDecided", 1,
            (h, e) => h.By(e.By).To(e.Of).Name(e.Name).Number(HeaderField.Given, e.IsApproved ? 1 : 0),
            (in h, words) => new(h.By(), h.AnyTo(), h.Name(), h.Number(HeaderField.Given) != 0, Text(words)), e => Text(e.Reason))
        { WordsName = "reason" },
        new EventKind<Event.Redacted>(75, "redacted", 1,
            (h, e) => h.Actor(e.Who).Place(e.In).About(new About(e.What, AboutKind.Redaction)),
            (in h, words) => ReadRedacted(h, words), e => Text(e.Reason))
        { WordsName = "reason" },
    ];

    private static readonly System.Collections.Frozen.FrozenDictionary<Type, EventKind> ByType =
        System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(All, kind => kind.Of);

    private static readonly EventKind?[] ByNumber = Numbered();

    public static EventKind Of(Event happened) => ByType.TryGetValue(happened.GetType(), out var kind)
        ? kind
        : throw new ArgumentException($"{happened.GetType().Name} has no stored form.", nameof(happened));

    public static int NumberOf<T>() where T : Event => ByType[typeof(T)].Number;

    /// <summary>Null for a kind that a later version added.</summary>
    public static EventKind? Find(int number) => number > 0 && number < ByNumber.Length ? ByNumber[number] : null;

    private static Event.Said ReadSaid(in HeaderReader header, Body words)
    {
        var who = header.Actor();
        return new Event.Said(who, header.Place(who), header.Kind(), header.Id(), header.About(), words);
    }

    private static Event.Redacted ReadRedacted(in HeaderReader header, Body words)
    {
        var who = header.Actor();
        return new Event.Redacted(who, header.Place(who), header.About().Match(about => about.What, () => default), Text(words));
    }

    private static Body Text(string text) => text.Length == 0 ? Body.Forgotten : Body.Text(text);

    private static string Text(Body words) => words.Lines is [var text] ? text : "";

    private static EventKind?[] Numbered()
    {
        var numbered = new EventKind?[All.Max(kind => kind.Number) + 1];
        foreach (var kind in All)
            numbered[kind.Number] = kind;
        return numbered;
    }
}
