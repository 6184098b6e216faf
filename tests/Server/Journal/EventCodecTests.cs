using System.Text;
using ChatRoom.Domain;
using ChatRoom.Server.Journal;
using LanguageExt;
using static ChatRoom.Server.Tests.Journal.Sample;

namespace ChatRoom.Server.Tests.Journal;

public sealed class EventCodecTests
{
    private static readonly Conversation.InRoom Lounge = new(new RoomId(7), Room("#Lounge"), Audience.Everyone);
    private static readonly Who Member = new(new PersonId(5), Nick("Mai"), "mai", Account("Mai_N"));

    /// <summary>
    /// What format version 1 wrote. These texts are in people's journals: a line may be added here, and none may ever be
    /// changed. They are decoded and not compared with what is encoded today, which may say more.
    /// </summary>
    public static TheoryData<int, string, string?, string?, Event> Golden => new()
    {
        { 1, """{"server":3}""", null, null, new Event.ServerStarted(new ServerId(3)) },
        {
            2, """{"server":3,"connection":9,"person":5,"nick":"Mai","user":"mai","account":"Mai_N","realname":"Mai Nguyễn"}""", null, null,
            new Event.Connected(new ConnectionId(new ServerId(3), 9), Member, "Mai Nguyễn")
        },
        { 3, """{"server":3,"connection":9,"person":5}""", null, null, new Event.Attached(new ConnectionId(new ServerId(3), 9), new PersonId(5)) },
        { 4, """{"server":3,"connection":9,"person":5}""", null, null, new Event.Detached(new ConnectionId(new ServerId(3), 9), new PersonId(5)) },
        {
            5, """{"server":3,"connection":9,"person":1,"nick":"Tuan","user":"user","reason":"bye"}""", null, null,
            new Event.Departed(new ConnectionId(new ServerId(3), 9), Tuan, "bye")
        },
        {
            6, """{"person":1,"nick":"Tuan","user":"user","room":7,"name":"#Lounge","role":2}""", null, null,
            new Event.Joined(Tuan, new RoomId(7), Room("#Lounge"), Role.Operator)
        },
        {
            7, """{"person":1,"nick":"Tuan","user":"user","room":7,"name":"#Lounge","reason":"lunch"}""", null, null,
            new Event.Left(Tuan, new RoomId(7), Room("#Lounge"), "lunch")
        },
        {
            8, """{"person":1,"nick":"Tuan","user":"user","room":7,"name":"#Lounge"}""", "hello", null,
            new Event.Said(Tuan, Lounge, SayKind.Message, Option<SendId>.None, Body.Text("hello"))
        },
        {
            8, """{"person":1,"nick":"Tuan","user":"user","room":7,"name":"#Lounge","audience":1,"kind":1,"id":"000000000000000000000000000000ff"}""",
            "\nsecond\n", """[["+x/name","a \"b\""],["+y",""]]""",
            new Event.Said(
                Tuan, Lounge with { Audience = Audience.Voiced }, SayKind.Notice, new SendId(255),
                new Body(["", "second", ""], [new("+x/name", "a \"b\""), new("+y", "")]))
        },
        {
            8, """{"person":1,"nick":"Tuan","user":"user","first":{"person":1},"second":{"account":"Mai_N"},"to":{"person":5,"nick":"Mai","user":"mai","account":"Mai_N"},"kind":2}""",
            null, """[["+draft/react","x"]]""",
            new Event.Said(
                Tuan, Conversation.Private(Tuan, Member), SayKind.Annotation, Option<SendId>.None,
                new Body([], [new Domain.Attribute("+draft/react", "x")]))
        },
        { 9, """{"person":1,"nick":"Tuan","user":"user","new":"Tuan2"}""", null, null, new Event.Renamed(Tuan, Nick("Tuan2")) },
        {
            10, """{"person":1,"nick":"Tuan","user":"user","room":7,"name":"#Lounge","topic":"tea"}""", null, null,
            new Event.TopicSet(Tuan, new RoomId(7), Room("#Lounge"), "tea")
        },
        {
            11, """{"person":1,"nick":"Tuan","user":"user","away":"lunch"}""", null, null, new Event.AwaySet(Tuan, "lunch")
        },
    };

    [Theory]
    [MemberData(nameof(Golden))]
    public void What_version_1_wrote_is_read_for_ever(int kind, string header, string? body, string? attributes, Event expected) =>
        Assert.Equal(expected, Decode(kind, 1, header, body, attributes));

    [Fact]
    public void Every_kind_has_a_golden_text() =>
        Assert.Equal(Enum.GetValues<EventKind>().Order(), Golden.Select(row => (EventKind)row[0]).Distinct().Order());

    [Fact]
    public void Every_case_of_an_event_is_kept_and_has_a_kind_or_is_not_kept()
    {
        var cases = typeof(Event).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Event))).Select(type => type.Name);
        var stored = Enum.GetNames<EventKind>().Append(nameof(Event.Signalled));

        Assert.Equal(stored.Order(), cases.Order());
        Assert.Equal(Enum.GetNames<EventKind>().Order(), EveryEvent.Kept.Select(happened => happened.GetType().Name).Distinct().Order());
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
        var body = new Body(["secret words"], [new Domain.Attribute("secret", "words")]);
        var stored = encoder.Encode(InRoom(Lobby, "") with { Body = body });

        Assert.DoesNotContain("secret", Encoding.UTF8.GetString(stored.Header), StringComparison.Ordinal);
    }

    [Fact]
    public void A_blanked_body_is_forgotten() => Assert.Equal(
        Body.Forgotten, Assert.IsType<Event.Said>(Decode(8, 1, """{"person":1,"nick":"Tuan","room":7,"name":"#Lounge"}""", null, null)).Body);

    [Fact]
    public void A_field_that_is_missing_has_its_default_and_one_that_is_unknown_is_passed_over()
    {
        var left = Decode(7, 1, """{"later":[1,{"nick":"no"}],"nick":"Tuan","name":"#Lounge","person":1,"room":7,"other":{"room":8}}""", null, null);

        Assert.Equal(new Event.Left(Tuan with { User = "" }, new RoomId(7), Room("#Lounge"), ""), left);
    }

    [Theory]
    [InlineData(8, 2, """{"person":1}""", "newer version")]
    [InlineData(8, 0, """{"person":1}""", "newer version")]
    [InlineData(12, 1, """{"person":1}""", "newer version")]
    [InlineData(0, 1, """{"person":1}""", "newer version")]
    [InlineData(9, 1, """{"person":1,"nick":"Tuan"}""", "nickname is missing")]
    [InlineData(9, 1, """{"person":1,"nick":"Tuan","new":"not a nick"}""", "'not a nick'")]
    [InlineData(8, 1, """{"nick":"Tuan","name":"#a","id":"zz"}""", "'zz'")]
    [InlineData(8, 1, """{"nick":"Tuan","to":{"nick":"Duy"}}""", "first party is missing")]
    [InlineData(1, 1, """{"server":"text"}""", "damaged")]
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
