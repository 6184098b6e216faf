using ChatRoom.Client.Connection;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Tests;

/// <summary>What is tried by itself, and what waits for a person.</summary>
public class LinkUpdateTests
{
    private static readonly DateTimeOffset Now = Conversation.Now;

    public static TheoryData<DialResult, bool> Dialled => new()
    {
        { new DialResult.NobodyListens(), true },
        { new DialResult.UnknownHost(), true },
        { new DialResult.TimedOut(), true },
        { new DialResult.Failed("network is unreachable"), true },
        { new DialResult.NoTls("reset"), true },
        { new DialResult.Untrusted(Print('a'), "self-signed"), false },
        { new DialResult.OtherCertificate(Print('a'), Print('b')), false },
    };

    public static TheoryData<Ending, bool> Ended => new()
    {
        { new Ending.Lost("reset"), true },
        { new Ending.ServerClosed("restart"), true },
        { new Ending.NicknameTaken("Tuan", "in use"), true },
        { new Ending.NicknameRefused("Tuan", "unavailable"), true },
        { new Ending.NotAdmitted("too many connections"), true },
        { new Ending.PasswordRefused("wrong"), false },
        { new Ending.AccountRefused("tuan", "wrong"), false },
    };

    [Theory]
    [MemberData(nameof(Dialled))]
    public void Who_was_there_before_tries_again_unless_a_person_has_to_decide(DialResult result, bool again)
    {
        var first = LinkUpdate.Update(Dialling(before: false), new LinkMessage.Unreached(result, Now, 0)).Model;
        var later = LinkUpdate.Update(Dialling(before: true), new LinkMessage.Unreached(result, Now, 0)).Model;

        Assert.Equal((LinkPhase.Stuck, new LinkFault.Unreached(result)), (first.Phase, first.State.Fault));
        Assert.Equal(again ? LinkPhase.Waiting : LinkPhase.Stuck, later.Phase);
    }

    [Theory]
    [MemberData(nameof(Ended))]
    public void A_connection_that_ends_is_made_again_unless_a_person_has_to_decide(Ending ending, bool again)
    {
        var first = LinkUpdate.Update(Talking, new LinkMessage.Ended(ending, Client(before: false), Now, 0)).Model;
        var later = LinkUpdate.Update(Talking, new LinkMessage.Ended(ending, Client(before: true), Now, 0)).Model;

        Assert.Equal(LinkPhase.Stuck, first.Phase);
        Assert.Equal(again ? LinkPhase.Waiting : LinkPhase.Stuck, later.Phase);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 0.5, 1.5)]
    [InlineData(1, 0, 2)]
    [InlineData(2, 0.5, 6)]
    [InlineData(5, 0, 30)]
    [InlineData(100, 0, 30)]
    [InlineData(100, 1, 60)]
    public void The_waits_grow_up_to_a_minute_and_chance_keeps_people_apart(int attempt, double chance, double seconds)
    {
        var (model, effects) = LinkUpdate.Update(
            Dialling(before: true) with { Attempt = attempt }, new LinkMessage.Unreached(new DialResult.TimedOut(), Now, chance));

        Assert.Equal(new LinkEffect.Wake(TimeSpan.FromSeconds(seconds)), Assert.Single(effects));
        Assert.Equal(Now.AddSeconds(seconds), Assert.IsType<LinkState.Waiting>(model.State).Until);
    }

    [Theory]
    [InlineData(59, 8)]
    [InlineData(60, 1)]
    public void A_connection_that_stood_for_a_minute_makes_the_waits_short_again(int stood, int attempt)
    {
        var client = Client(before: true) with { ReadyAt = Now.AddSeconds(-stood) };

        var model = LinkUpdate.Update(Talking with { Attempt = 7 }, new LinkMessage.Ended(new Ending.Lost("reset"), client, Now, 0)).Model;

        Assert.Equal(attempt, model.Attempt);
    }

    [Fact]
    public void Who_leaves_is_not_connected_again_whatever_ends_it()
    {
        var leaving = LinkUpdate.Update(Talking, new LinkMessage.Posted(new ClientMessage.Leave(""))).Model;

        var left = LinkUpdate.Update(leaving, new LinkMessage.Ended(new Ending.Lost("reset"), Client(before: true), Now, 0)).Model;

        Assert.Equal(LinkPhase.Left, left.Phase);
    }

    [Fact]
    public void Without_a_connection_a_line_waits_and_what_needs_the_server_is_refused_in_words()
    {
        Assert.True(Nickname.TryParse("Other", out var other, out _));
        var resting = Dialling(before: true);

        var said = LinkUpdate.Update(resting, new LinkMessage.Posted(new ClientMessage.Say("#lobby", "hi", Manner.Message, 1)));
        var renamed = LinkUpdate.Update(resting, new LinkMessage.Posted(new ClientMessage.Rename(other)));

        Assert.Equal("hi", Assert.Single(said.Model.Client.Waiting).Text);
        Assert.IsType<ChatEvent.Refused>(Assert.IsType<LinkEffect.Tell>(Assert.Single(renamed.Effects)).Event);
    }

    [Fact]
    public void More_lines_than_can_wait_are_refused_and_not_lost_silently()
    {
        var model = Dialling(before: true);
        for (var i = 0; i < ClientLimits.Waiting; i++)
            model = LinkUpdate.Update(model, new LinkMessage.Posted(new ClientMessage.Say("#lobby", $"{i}", Manner.Message, (UInt128)i))).Model;

        var step = LinkUpdate.Update(model, new LinkMessage.Posted(new ClientMessage.Say("#lobby", "one more", Manner.Message, 5_000)));

        Assert.Equal(ClientLimits.Waiting, step.Model.Client.Waiting.Count);
        Assert.Equal("one more", Assert.IsType<ChatEvent.Failed>(Assert.IsType<LinkEffect.Tell>(Assert.Single(step.Effects)).Event).Text);
    }

    private static LinkModel Talking => Dialling(before: true) with { Phase = LinkPhase.Talking };

    private static LinkModel Dialling(bool before) =>
        new(new LinkSettings(Client(before).Settings), Client(before)) { Phase = LinkPhase.Dialling };

    private static ClientModel Client(bool before) => Conversation.New().Model with { HasBeenHere = before };

    private static Fingerprint Print(char digit)
    {
        Assert.True(Fingerprint.TryParse(new string(digit, 64), out var print, out _));
        return print;
    }
}
