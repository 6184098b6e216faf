using System.Text;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Codec;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Journal.Tests;

public sealed class EventCodecTests
{
    private static readonly Conversation.InRoom Lounge = new(new RoomId(7), Room("#Lounge"), Audience.Everyone);
    private static readonly Actor Member = new(new PersonId(5), Nick("Mai"), "mai", "cloak", new AccountRef(new AccountId(12), Account("Mai_N")), false);

    private const string TuanIs = "\"person\":1,\"nick\":\"Tuan\",\"user\":\"user\",\"host\":\"guest\"";
    private const string MaiIs = "\"person\":5,\"nick\":\"Mai\",\"user\":\"mai\",\"host\":\"cloak\",\"account\":\"Mai_N\",\"accountId\":12";
    private const string Wire = "\"server\":3,\"connection\":9";
    private const string InLounge = "\"room\":\"#Lounge\",\"roomId\":7";

    /// <summary>
    /// What the first version of each kind wrote. These texts are in people's journals: a line may be added here, and none may ever
    /// be changed. They are decoded and not compared with what is encoded today, which may say more.
    /// </summary>
    public static TheoryData<int, string, string?, string?, Event> Golden => new()
    {
        { 1, """{"server":3,"level":1}""", null, null, new Event.ServerStarted(new ServerId(3), 1) },
        { 1, """{"server":3,"level":1,"name":"hue.example.org","version":"chatroom-7"}""", null, null, new Event.ServerStarted(new ServerId(3), 1, "hue.example.org", "chatroom-7") },
        { 2, """{"server":3}""", null, null, new Event.ServerEnded(new ServerId(3)) },
        { 3, """{"server":3}""", null, null, new Event.ServerCleared(new ServerId(3)) },
        { 4, """{"level":2}""", null, null, new Event.LevelRaised(2) },
        { 5, """{"limits":[100,340,340,2048,10000,60]}""", null, null, new Event.LimitsChanged(RuleLimits.First) },
        { 5, """{"limits":[100,340,340,2048,10000,60,7,5]}""", null, null, new Event.LimitsChanged(RuleLimits.First with { PersistDays = 7, RedactMinutes = 5 }) },
        { 5, """{"limits":[100,340,340,2048,10000,60,7,5,1]}""", null, null, new Event.LimitsChanged(RuleLimits.First with { PersistDays = 7, RedactMinutes = 5, PersistsUnasked = 1 }) },
        { 6, $$"""{{{Wire}},{{MaiIs}}}""", "Mai Nguyễn", null, new Event.Connected(Nine, Member, "Mai Nguyễn") },
        { 7, $$"""{{{Wire}},{{MaiIs}}}""", null, null, new Event.Attached(Nine, Member) },
        { 8, $$"""{{{Wire}},{{MaiIs}},"why":"resumed"}""", null, null, new Event.Detached(Nine, Member, CloseReason.Resumed, Option<Timestamp>.None) },
        { 8, $$"""{{{Wire}},{{MaiIs}},"why":"serverEnded","staysUntil":1700000000000}""", null, null, new Event.Detached(Nine, Member, CloseReason.ServerEnded, new Timestamp(1_700_000_000_000)) },
        { 9, $$"""{{{Wire}},{{TuanIs}},"why":"quit"}""", "bye", null, new Event.Departed(Nine, Tuan, CloseReason.Quit, "bye") },
        { 9, $$"""{{{TuanIs}},"why":"stayEnded"}""", null, null, new Event.Departed(Option<ConnectionId>.None, Tuan, CloseReason.StayEnded, "") },
        {
            10, $$"""{{{TuanIs}},{{InLounge}},"rights":"voice operator"}""", null, null,
            new Event.Joined(Tuan, new RoomId(7), Room("#Lounge"), Rights.Operator | Rights.Voice)
        },
        { 11, $$"""{{{TuanIs}},{{InLounge}}}""", "lunch", null, new Event.Left(Tuan, new RoomId(7), Room("#Lounge"), "lunch") },
        {
            12, $$"""{{{TuanIs}},{{InLounge}},"kind":"message"}""", "hello", null,
            new Event.Said(Tuan, Lounge, SayKind.Message, Option<IdempotencyKey>.None, Option<About>.None, Body.Text("hello"))
        },
        {
            12, $$"""{{{TuanIs}},{{InLounge}},"audience":"voiced","kind":"notice","id":"000000000000000000000000000000ff","about":4,"aboutKind":"reaction"}""",
            "\nsecond\n", """[["+x/name","a \"b\""],["+y",""]]""",
            new Event.Said(
                Tuan, Lounge with { Audience = Audience.Voiced }, SayKind.Notice, new IdempotencyKey(255), new About(new Sequence(4), AboutKind.Reaction),
                new Body(["", "second", ""], [new("+x/name", "a \"b\""), new("+y", "")]))
        },
        {
            12, $$"""{{{TuanIs}},"to":"Mai","toPerson":5,"toUser":"mai","toHost":"cloak","toAccount":"Mai_N","toAccountId":12,"kind":"annotation"}""",
            null, """[["+draft/react","x"]]""",
            new Event.Said(
                Tuan, Conversation.Private(Tuan, Member), SayKind.Annotation, Option<IdempotencyKey>.None, Option<About>.None,
                new Body([], [new Domain.Events.Attribute("+draft/react", "x")]))
        },
        {
            75, $$"""{{{TuanIs}},{{InLounge}},"about":4,"aboutKind":"redaction"}""", "spam", null,
            new Event.Redacted(Tuan, Lounge, new Sequence(4), "spam")
        },
        { 13, $$"""{{{TuanIs}},"newNick":"Tuan2"}""", null, null, new Event.Renamed(Tuan, Nick("Tuan2")) },
        { 14, $$"""{{{TuanIs}},"away":1}""", "lunch", null, new Event.AwaySet(Tuan, true, "lunch") },
        { 15, $$"""{{{TuanIs}},{{InLounge}}}""", "tea", null, new Event.TopicSet(Tuan, new RoomId(7), Room("#Lounge"), "tea") },
        {
            16, """{"ranges":[1,4,9,9],"roomId":7}""", null, null,
            new Event.Forgotten(new Forgetting([new SequenceRange(new Sequence(1), new Sequence(4)), new SequenceRange(new Sequence(9), new Sequence(9))], new RoomId(7)))
        },
        {
            17, $$"""{{{TuanIs}},{{InLounge}},"mode":"limit","value":30}""", null, null,
            new Event.ModeSet(Tuan, new RoomId(7), Room("#Lounge"), RoomMode.Limit, 30)
        },
        {
            70, $$"""{{{TuanIs}},{{InLounge}},"modes":"limit=30 secret=0"}""", null, null,
            new Event.ModesSet(Tuan, new RoomId(7), Room("#Lounge"), [new ModeChange(RoomMode.Limit, 30), new ModeChange(RoomMode.Secret, 0)])
        },
        { 17, $$"""{{{TuanIs}},{{InLounge}},"mode":"moderated","value":0}""", null, null, new Event.ModeSet(Tuan, new RoomId(7), Room("#Lounge"), RoomMode.Moderated, 0) },
        { 17, $$"""{{{TuanIs}},{{InLounge}},"mode":"topicLocked","value":1}""", null, null, new Event.ModeSet(Tuan, new RoomId(7), Room("#Lounge"), RoomMode.TopicLocked, 1) },
        {
            18, $$"""{{{TuanIs}},{{InLounge}},"toPerson":5,"to":"Mai","toUser":"mai","toHost":"cloak","toAccount":"Mai_N","toAccountId":12,"right":"halfOperator","given":1}""",
            null, null, new Event.RightChanged(Tuan, new RoomId(7), Room("#Lounge"), Member, Rights.HalfOperator, true)
        },
        {
            18, $$"""{{{TuanIs}},{{InLounge}},"toPerson":1,"to":"Tuan","toUser":"user","toHost":"guest","right":"voice","given":0}""",
            null, null, new Event.RightChanged(Tuan, new RoomId(7), Room("#Lounge"), Tuan, Rights.Voice, false)
        },
        { 19, """{"account":"Mai_N","accountId":12}""", null, null, new Event.AccountRegistered(MaiN) },
        { 20, """{"account":"Mai_N","accountId":12}""", null, null, new Event.AccountRemoved(MaiN) },
        { 21, $$"""{{{TuanIs}},"toAccount":"Mai_N","toAccountId":12}""", null, null, new Event.LoggedIn(Tuan, MaiN) },
        { 22, $$"""{{{MaiIs}}}""", null, null, new Event.LoggedOut(Member) },
        { 23, $$"""{{{TuanIs}},"newNick":"Guest1","toAccount":"Mai_N","toAccountId":12}""", null, null, new Event.NickReclaimed(Tuan, Nick("Guest1"), MaiN) },
        { 24, """{"account":"Mai_N","accountId":12}""", null, null, new Event.PasswordChanged(MaiN) },
        {
            73, $$"""{{{TuanIs}},"toPerson":5,"to":"Mai","toUser":"mai","toHost":"cloak","toAccount":"Mai_N","toAccountId":12,"taken":"3 7"}""", null, null,
            new Event.Merged(Tuan, Member, [new RoomId(3), new RoomId(7)])
        },
        { 71, $$"""{{{TuanIs}},"name":"Tuan"}""", null, null, new Event.RegistrationAsked(Tuan, Account("Tuan")) },
        { 72, """{"name":"Tuan","given":0}""", "why", null, new Event.RegistrationDecided(Option<Actor>.None, Option<Actor>.None, Account("Tuan"), false, "why") },
        { 25, """{"registration":"invite"}""", null, null, new Event.RegistrationSet(RegistrationPolicy.Invite) },
        { 26, """{"account":"Mai_N","accountId":12,"given":1}""", null, null, new Event.CertificateChanged(MaiN, true) },
        { 27, """{"account":"Mai_N","accountId":12}""", null, null, new Event.RecoveryGiven(MaiN) },
        { 30, $$"""{{{TuanIs}},{{InLounge}},"key":"tea"}""", null, null, new Event.KeySet(Tuan, new RoomId(7), Room("#Lounge"), "tea") },
        {
            31, $$"""{{{TuanIs}},{{InLounge}},"toPerson":5,"to":"Mai","toUser":"mai","toHost":"cloak","toAccount":"Mai_N","toAccountId":12}""", "enough", null,
            new Event.Kicked(Tuan, new RoomId(7), Room("#Lounge"), Member, "enough")
        },
        {
            32, $$"""{{{TuanIs}},{{InLounge}},"toPerson":5,"to":"Mai","toUser":"mai","toHost":"cloak","toAccount":"Mai_N","toAccountId":12,"letsIn":1}""", null, null,
            new Event.Invited(Tuan, new RoomId(7), Room("#Lounge"), Member, true)
        },
        {
            34, $$"""{{{TuanIs}},{{InLounge}},"list":"ban","mask":"Mai!*@*","until":1700000000000}""", "too loud", null,
            new Event.MaskSet(Tuan, new RoomId(7), Room("#Lounge"), MaskList.Ban, Sample.Mask("Mai!*@*"), new Timestamp(1_700_000_000_000), "too loud")
        },
        {
            34, $$"""{{{TuanIs}},{{InLounge}},"list":"mute","mask":"*!*@x.ip","for":"Mai"}""", null, null,
            new Event.MaskSet(Tuan, new RoomId(7), Room("#Lounge"), MaskList.Mute, Sample.Mask("*!*@x.ip"), Option<Timestamp>.None, "") { For = Sample.Nick("Mai") }
        },
        {
            35, $$"""{{{TuanIs}},{{InLounge}},"list":"exception","mask":"*!*@x.ip"}""", null, null,
            new Event.MaskLifted(Tuan, new RoomId(7), Room("#Lounge"), MaskList.Exception, Sample.Mask("*!*@x.ip"))
        },
        {
            36, $$"""{{{InLounge}},"list":"invitation","mask":"*!*@x.ip"}""", null, null,
            new Event.MaskEnded(new RoomId(7), Room("#Lounge"), MaskList.Invitation, Sample.Mask("*!*@x.ip"))
        },
        { 40, $$"""{{{MaiIs}},{{InLounge}},"rights":"operator founder","given":1}""", null, null, new Event.RightsFollowed(Member, new RoomId(7), Room("#Lounge"), Rights.Operator | Rights.Founder, true) },
        { 40, $$"""{{{TuanIs}},{{InLounge}},"rights":"voice","given":0}""", null, null, new Event.RightsFollowed(Tuan, new RoomId(7), Room("#Lounge"), Rights.Voice, false) },
        {
            41, $$"""{{{TuanIs}},{{InLounge}},"toAccount":"Mai_N","toAccountId":12,"right":"operator"}""", null, null,
            new Event.HolderRemoved(Tuan, new RoomId(7), Room("#Lounge"), MaiN, Rights.Operator)
        },
        { 42, $$"""{{{InLounge}},"account":"Mai_N","accountId":12}""", null, null, new Event.RoomPassedOn(new RoomId(7), Room("#Lounge"), MaiN, Option<AccountRef>.None) },
        {
            42, $$"""{{{InLounge}},"account":"Duy","accountId":3,"toAccount":"Mai_N","toAccountId":12}""", null, null,
            new Event.RoomPassedOn(new RoomId(7), Room("#Lounge"), new AccountRef(new AccountId(3), Account("Duy")), MaiN)
        },
        {
            44, $$"""{{{TuanIs}},{{InLounge}},"newRoom":"#Café"}""", "better", null,
            new Event.RoomRenamed(Tuan, new RoomId(7), Room("#Lounge"), Room("#Café"), "better")
        },
        { 28, $$"""{{{TuanIs}}}""", "Tuan himself", null, new Event.RealNameSet(Tuan, "Tuan himself") },
        { 47, $$"""{{{TuanIs}},"key":"pronouns"}""", "they/them", null, new Event.MetadataSet(Tuan, new MetadataOwner.Self(), Sample.Key("pronouns"), "they/them") },
        { 47, $$"""{{{TuanIs}},{{InLounge}},"key":"url"}""", "tea.example", null, new Event.MetadataSet(Tuan, new MetadataOwner.OfRoom(new RoomId(7), Room("#Lounge")), Sample.Key("url"), "tea.example") },
        { 48, $$"""{{{TuanIs}},"keys":"pronouns url","all":1}""", null, null, new Event.MetadataCleared(Tuan, new MetadataOwner.Self(), [Sample.Key("pronouns"), Sample.Key("url")], true) },
        { 48, $$"""{{{TuanIs}},{{InLounge}},"keys":"url","all":0}""", null, null, new Event.MetadataCleared(Tuan, new MetadataOwner.OfRoom(new RoomId(7), Room("#Lounge")), [Sample.Key("url")], false) },
        { 45, $$"""{{{MaiIs}},"given":1}""", null, null, new Event.GuestsShutOut(Member, true) },
        { 46, $$"""{{{TuanIs}},"mask":"a:Mai_N","given":1}""", null, null, new Event.SilenceSet(Tuan, Sample.Mask("a:Mai_N"), true) },
        { 46, $$"""{{{TuanIs}},"mask":"*!*@x.ip","given":0}""", null, null, new Event.SilenceSet(Tuan, Sample.Mask("*!*@x.ip"), false) },
        { 43, $$"""{{{MaiIs}},{{InLounge}}}""", "moved", null, new Event.RoomDropped(Member, new RoomId(7), Room("#Lounge"), "moved") },
        {
            50, $$"""{{{TuanIs}},"toAccount":"Mai_N","toAccountId":12,"powers":"kill ban addresses rooms announce reload accounts grant"}""", null, null,
            new Event.OperatorSet(Tuan, MaiN, Powers.All)
        },
        { 50, """{"toAccount":"Mai_N","toAccountId":12,"powers":""}""", null, null, new Event.OperatorSet(Option<Actor>.None, MaiN, Powers.None) },
        { 57, $$"""{{{TuanIs}},"mode":"hearsAnnouncements","given":1}""", null, null, new Event.OwnModeSet(Tuan, PersonModes.HearsAnnouncements, true) },
        { 58, "{}", "tea", null, new Event.Announced(Option<Actor>.None, "tea") },
        { 59, $$"""{{{TuanIs}},{{InLounge}}}""", "SAMODE #Lounge +m", null, new Event.Overruled(Tuan, new RoomId(7), Room("#Lounge"), "SAMODE #Lounge +m") },
        { 60, $$"""{{{TuanIs}},"given":1}""", "a flood", null, new Event.AlarmSet(Tuan, true, "a flood") },
        { 53, $$"""{{{TuanIs}},"toPerson":1,"to":"Tuan","toUser":"user","toHost":"guest"}""", "spam", null, new Event.Killed(Tuan, Tuan, "spam") },
        {
            54, """{"network":"203.0.113.0/24","until":1700000000000,"hits":2}""", "spam", null,
            new Event.BanSet(Option<Actor>.None, new BanTarget.OfRange(RangeText.Parse("203.0.113.0/24")!.Value), new Timestamp(1_700_000_000_000), 2, "spam")
        },
        { 54, $$"""{{{TuanIs}},"mask":"Mai!*@*","hits":0}""", null, null, new Event.BanSet(Tuan, new BanTarget.OfMask(Sample.Mask("Mai")), Option<Timestamp>.None, 0, "") },
        { 55, $$"""{{{TuanIs}},"toAccount":"Mai_N","toAccountId":12}""", null, null, new Event.BanLifted(Tuan, new BanTarget.OfAccount(MaiN)) },
        { 56, """{"network":"2001:db8::1"}""", null, null, new Event.BanEnded(new BanTarget.OfRange(RangeText.Parse("2001:db8::1")!.Value)) },
        { 51, $$"""{{{TuanIs}},"toAccount":"Mai_N","toAccountId":12}""", null, null, new Event.WentOnDuty(Tuan, MaiN) },
        { 52, $$"""{{{TuanIs}}}""", null, null, new Event.WentOffDuty(Tuan) },
        { 33, $$"""{{{TuanIs}},{{InLounge}}}""", "may I?", null, new Event.Knocked(Tuan, new RoomId(7), Room("#Lounge"), "may I?") },
    };

    private static AccountRef MaiN => new(new AccountId(12), Account("Mai_N"));

    private static ConnectionId Nine => new(new ServerId(3), 9);

    [Theory]
    [MemberData(nameof(Golden))]
    public void What_version_1_wrote_is_read_for_ever(int kind, string header, string? body, string? attributes, Event expected) =>
        Assert.Equal(expected, Decode(kind, 1, header, body, attributes));

    [Fact]
    public void Every_kind_has_a_golden_text() =>
        Assert.Equal(EventKinds.All.Select(kind => kind.Number).Order(), Golden.Select(row => (int)row[0]!).Distinct().Order());

    [Fact]
    public void Every_case_of_an_event_is_kept_and_has_a_kind_or_is_not_kept()
    {
        var cases = typeof(Event).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Event))).Select(type => type.Name);
        var stored = EventKinds.All.Select(kind => kind.Of.Name).ToList();

        Assert.Equal(stored.Append(nameof(Event.Signalled)).Append(nameof(Event.MarkedRead)).Order(), cases.Order());
        Assert.Equal(stored.Order(), EveryEvent.Kept.Select(happened => happened.GetType().Name).Distinct().Order());
        Assert.Equal(stored.Count, EventKinds.All.Select(kind => kind.Number).Distinct().Count());
        Assert.Equal(stored.Count, EventKinds.All.Select(kind => kind.Name).Distinct().Count());
    }

    [Fact]
    public void An_event_is_the_same_after_it_was_stored()
    {
        using var encoder = new EventEncoder();
        foreach (var happened in EveryEvent.Kept)
            Assert.Equal(happened, EventDecoder.Decode(encoder.Encode(happened)));
    }

    [Fact]
    public void The_words_are_not_in_the_header()
    {
        using var encoder = new EventEncoder();
        var body = new Body(["secret words"], [new Domain.Events.Attribute("secret", "words")]);
        var stored = encoder.Encode(InRoom(Lobby, "") with { Body = body });

        Assert.DoesNotContain("secret", Encoding.UTF8.GetString(stored.Header), StringComparison.Ordinal);
    }

    /// <summary>Whatever a person typed freely: a word of it in the header could never be forgotten.</summary>
    [Fact]
    public void No_header_holds_what_a_person_typed()
    {
        const string typed = "typed freely";
        using var encoder = new EventEncoder();
        foreach (var happened in (Event[])[
            new Event.Connected(Nine, Tuan, typed), new Event.Departed(Nine, Tuan, CloseReason.Quit, typed), new Event.Left(Tuan, Lobby, Room("#a"), typed),
            new Event.AwaySet(Tuan, true, typed), new Event.RealNameSet(Tuan, typed), new Event.MetadataSet(Tuan, new MetadataOwner.Self(), Sample.Key("url"), typed), new Event.TopicSet(Tuan, Lobby, Room("#a"), typed),
            new Event.MaskSet(Tuan, Lobby, Room("#a"), MaskList.Ban, Sample.Mask("a"), Option<Timestamp>.None, typed),
            new Event.Announced(Tuan, typed), new Event.Overruled(Tuan, Lobby, Room("#a"), typed), new Event.AlarmSet(Tuan, true, typed), new Event.Killed(Tuan, Tuan, typed), new Event.BanSet(Tuan, new BanTarget.OfMask(Sample.Mask("a")), Option<Timestamp>.None, 0, typed),
            new Event.Kicked(Tuan, Lobby, Room("#a"), Tuan, typed), new Event.Knocked(Tuan, Lobby, Room("#a"), typed), new Event.RoomRenamed(Tuan, Lobby, Room("#a"), Room("#b"), typed), new Event.RoomDropped(Tuan, Lobby, Room("#a"), typed), InRoom(Lobby, typed)])
        {
            var stored = encoder.Encode(happened);
            Assert.DoesNotContain(typed, Encoding.UTF8.GetString(stored.Header), StringComparison.Ordinal);
            Assert.Equal(typed, Encoding.UTF8.GetString(stored.Body));
        }
    }

    /// <summary>They are in people's journals and scripts: a name may be added here, and none may ever be changed.</summary>
    [Fact]
    public void The_names_of_cases_are_kept_for_ever()
    {
        Assert.Equal(
            "quit connectionClosed connectionLost pingTimeout handshakeTimeout closeTimeout readTooSlowly wrongPassword resumed stayEnded serverStopping "
            + "serverEnded serverFailed killed banned accountsOnly tooManyConnections journalLost endedByOwner", Names(StoredNames.CloseReasons));
        Assert.Equal("message notice annotation", Names(StoredNames.SayKinds));
        Assert.Equal("reply reaction reactionTakenBack redaction", Names(StoredNames.AboutKinds));
        Assert.Equal("everyone voiced operators halfOperators founders", Names(StoredNames.Audiences));
        Assert.Equal("voice operator halfOperator founder", Names(StoredNames.Rights));
        Assert.Equal("ban exception invitation mute muteException", Names(StoredNames.MaskLists));
        Assert.Equal("hearsAnnouncements bot", Names(StoredNames.PersonModes));
        Assert.Equal("kill ban addresses rooms announce reload accounts grant", Names(StoredNames.Powers));
        Assert.Equal("open invite closed approval", Names(StoredNames.RegistrationPolicies));
        Assert.Equal("moderated topicLocked limit slow inviteOnly hearsOutside secret noCtcp membersOnly playback", Names(StoredNames.RoomModes));
    }

    private static string Names<T>(StoredNames<T> names) where T : struct, Enum => string.Join(' ', names.Cases.Select(names.Of));

    [Fact]
    public void A_blanked_body_is_forgotten() => Assert.Equal(
        Body.Forgotten, Assert.IsType<Event.Said>(Decode(12, 1, """{"person":1,"nick":"Tuan","roomId":7,"room":"#Lounge"}""", null, null)).Body);

    [Fact]
    public void A_field_that_is_missing_has_its_default_and_one_that_is_unknown_is_passed_over()
    {
        var left = Decode(11, 1, """{"later":[1,{"nick":"no"}],"nick":"Tuan","room":"#Lounge","person":1,"roomId":7,"other":{"roomId":8}}""", null, null);

        Assert.Equal(new Event.Left(Tuan with { User = "", Host = "" }, new RoomId(7), Room("#Lounge"), ""), left);
    }

    [Theory]
    [InlineData(12, 2, """{"person":1}""", "newer version")]
    [InlineData(12, 0, """{"person":1}""", "newer version")]
    [InlineData(999, 1, """{"person":1}""", "newer version")]
    [InlineData(0, 1, """{"person":1}""", "newer version")]
    [InlineData(13, 1, """{"person":1,"nick":"Tuan"}""", "nickname is missing")]
    [InlineData(13, 1, """{"person":1,"nick":"Tuan","newNick":"not a nick"}""", "'not a nick'")]
    [InlineData(12, 1, """{"nick":"Tuan","room":"#a","id":"zz"}""", "'zz'")]
    [InlineData(12, 1, """{"nick":"Tuan","room":"#a","kind":"song"}""", "'song'")]
    [InlineData(10, 1, """{"nick":"Tuan","room":"#a","rights":"voice king"}""", "'king'")]
    [InlineData(12, 1, """{"nick":"Tuan","to":""}""", "nickname")]
    [InlineData(12, 1, """{"nick":"Tuan"}""", "room's name is missing")]
    [InlineData(5, 1, """{"limits":[1]}""", "list of limits is missing")]
    [InlineData(16, 1, """{"ranges":[1]}""", "range of what is forgotten is missing")]
    [InlineData(6, 1, """{"nick":[1]}""", "'nick'")]
    [InlineData(1, 1, """{"server":1""", "damaged")]
    [InlineData(1, 1, "", "damaged")]
    [InlineData(1, 1, "[]", "header is missing")]
    public void What_cannot_be_read_is_said_and_never_guessed(int kind, int version, string header, string because)
    {
        var unreadable = Assert.Throws<UnreadableEventException>(() => Decode(kind, version, header, null, null));
        Assert.Contains(because, unreadable.Message, StringComparison.Ordinal);
    }

    private static Event Decode(int kind, int version, string header, string? body, string? attributes) => EventDecoder.Decode(new StoredEvent(
        kind, version, Encoding.UTF8.GetBytes(header), body is not null, Encoding.UTF8.GetBytes(body ?? ""), Encoding.UTF8.GetBytes(attributes ?? "")));
}
