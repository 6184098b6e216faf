using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Simulation.Tests.Checking;
using ChatRoom.Simulation.Tests.People;
using ChatRoom.Simulation.Tests.Reporting;
using ChatRoom.Simulation.Tests.Running;
using ChatRoom.Simulation.Tests.Stories;

namespace ChatRoom.Simulation.Tests.Tests;

/// <summary>Every checker is told lies: the chronicle of a true story, changed in one thing that must not be. Each has to notice.</summary>
public sealed class LiesTests
{
    public static TheoryData<string> Lies => [.. All.Keys];

    private static readonly Dictionary<string, (Type Checker, Func<Chronicle, bool> Tell)> All = new()
    {
        ["a server logs a bug"] = (typeof(NothingFails), told => Add(told.Faults, "a bug")),
        ["a line is not heard"] = (typeof(AllHearTheJournal), told => ForgeAny(told, line => line.Is("PRIVMSG") && IsRemembered(told, line), (ear, at) => ear.Heard.RemoveAt(at))),
        ["a line is heard twice"] = (typeof(AllHearTheJournal), told => Forge(told, "JOIN", (ear, at) => ear.Heard.Insert(at, ear.Heard[at]))),
        ["a line has other words"] = (typeof(AllHearTheJournal), told => Forge(told, "PRIVMSG", (ear, at) => ear.Heard[at] = With(ear.Heard[at], "other words"))),
        ["two lines change places"] = (typeof(AllHearTheJournal), told => Swap(told)),
        ["a line is heard before it is kept"] = (typeof(AllHearTheJournal), told => Forge(told, "PRIVMSG", (ear, at) => ear.Heard[at] = ear.Heard[at] with { Sent = default })),
        ["somebody hears what is said elsewhere"] = (typeof(AllHearTheJournal), told => Forge(told, "PRIVMSG", (ear, at) => ear.Heard.Add(Elsewhere(ear.Heard[at])))),
        ["somebody goes twice"] = (typeof(ViewsAreSound), told => Forge(told, "QUIT", (ear, at) => ear.Heard.Insert(at, ear.Heard[at]))),
        ["names come before the JOIN"] = (typeof(ViewsAreSound), told => Forge(told, "JOIN", (ear, at) => ear.Heard.Reverse(at, Math.Min(3, ear.Heard.Count - at)), own: true)),
        ["a name is missing in the names"] = (typeof(ViewsAreSound), told => Forge(told, "353", (ear, at) => ear.Heard[at] = Empty(ear.Heard[at], 3))),
        ["a label is lost"] = (typeof(LabelsAreAnswered), told => ForgeAny(told, line => line.Tag("label") is not null, (ear, at) => ear.Heard.RemoveAt(at))),
        ["a label is answered twice"] = (typeof(LabelsAreAnswered), told => ForgeAny(told, line => line.Tag("label") is not null, (ear, at) => ear.Heard.Add(ear.Heard[at]))),
        ["an id names two messages"] = (typeof(IdsNameOneThing), told => Forge(told, "PRIVMSG", (ear, at) => ear.Heard.Add(With(ear.Heard[at], "other words")))),
        ["a text is in the journal twice"] = (typeof(SaidOnce), told => ForgeJournal(told)),
        ["what was refused is in the journal"] = (typeof(RefusedIsNotKept), told => ForgeRefusal(told)),
        ["history plays what nobody said"] = (typeof(HistoryIsTheJournal), told => ForgePlayed(told, (ear, at) => ear.Heard[at] = With(ear.Heard[at], "nobody said this"))),
        ["history plays too little in the end"] = (typeof(CalmIsTheJournal), told => ForgePlayed(told, (ear, at) => ear.Heard.RemoveAt(at))),
        ["somebody who is gone is still there"] = (typeof(NobodyIsAGhost), told => ForgeAny(told, line => line.Is("001"), (ear, _) => ear.IsOpen = false)),
        ["history plays what is for operators"] = (typeof(CalmIsTheJournal), told => ForgePlayed(told, (ear, at) => ear.Heard[at] = ForOperators(ear.Heard[at]))),
        ["a server has another world"] = (typeof(OneWorld), told => ForgeWorld(told)),
        ["a server has another fact"] = (typeof(OneWorld), told => ForgeFacts(told)),
        ["a screen lacks messages"] = (typeof(ScreensShowTheJournal), told => HasOneRoomOfEachName(told)
            && ForgeScreen(told, room => ForAll(told, room).Count > 5, room => room with { Said = [.. room.Said.Except(ForAll(told, room).Skip(1).Take(2))] })),
        ["a screen shows a message twice"] = (typeof(ScreensShowTheJournal), told => ForgeScreen(told, room => room.Said.Count > 0, room => room with { Said = [.. room.Said, room.Said[0]] })),
        ["a screen lacks somebody"] = (typeof(ScreensShowTheJournal), told => ForgeScreen(told, room => room.Members.Count > 0, room => room with { Members = [] })),
        ["somebody comes who is watched, and it is not told"] = (typeof(WatchersAreTold), ForgeWatched),
        ["a standby lacks what was heard"] = (typeof(StandbyHasWhatWasTold), told => ForgeAny(told, line => line.Is("PRIVMSG") && line.Tag("msgid") is not null, (_, _) => told.Promised.Add((0, 0)))),
        ["who has the token is refused"] = (typeof(PlacesAreGivenBack), told => ForgeRefusedReturn(told)),
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public void A_lie_is_noticed(string lie)
    {
        var (checker, tell) = All[lie];
        var judge = Checkers.All.Single(one => one.GetType() == checker);
        for (var seed = 0UL; seed < 300; seed++)
        {
            var told = new Simulator(seed).Tell(Story.Of(seed).Where(beat => beat.Row.Group == Group.Deed));
            Assert.Empty(judge.Complaints(told));
            if (!tell(told))
                continue;
            Assert.NotEmpty(judge.Complaints(told));
            return;
        }
        Assert.Fail("No story gives an occasion for this lie.");
    }

    [Fact]
    public void Every_checker_is_lied_to() =>
        Assert.Equal(Checkers.All.Select(checker => checker.GetType()).ToHashSet(), All.Values.Select(lie => lie.Checker).ToHashSet());

    private static bool HasOneRoomOfEachName(Chronicle told) => told.Journal.Select(recorded => recorded.Event).OfType<Event.Joined>()
        .Select(joined => (joined.Name.Text, joined.Room)).Distinct().CountBy(one => one.Text).All(name => name.Value == 1);

    /// <summary>What is for operators nobody has to show, and nobody what was forgotten.</summary>
    private static List<(string Nick, string Text)> ForAll(Chronicle told, RoomView room)
    {
        var said = told.Read.Select(recorded => recorded.Event).OfType<Event.Said>()
            .Where(one => one is { Kind: SayKind.Message, In: Conversation.InRoom { Audience: Audience.Everyone } place } && place.Name.Text == room.Name).SelectMany(one => one.Body.Lines).ToHashSet();
        return [.. room.Said.Where(shown => said.Contains(shown.Text))];
    }

    /// <summary>Of what was forgotten or taken back since, others may have heard nothing.</summary>
    private static bool IsRemembered(Chronicle told, Message line) =>
        told.Read.Any(recorded => recorded.Event is Event.Said said && said.Body.Lines.Any(text => text == line.Parameter(1)));

    private static bool Add(List<string> list, string what)
    {
        list.Add(what);
        return true;
    }

    private static bool Forge(Chronicle told, string command, Action<Ear, int> forge, bool own = false) =>
        ForgeAny(told, line => line.Is(command), forge, own);

    /// <summary>On a connection that still stands, the first such line that was heard as it happened.</summary>
    private static bool ForgeAny(Chronicle told, Func<Message, bool> isIt, Action<Ear, int> forge, bool own = false)
    {
        foreach (var ear in told.Ears.Where(ear => ear.IsOpen))
        {
            var live = Hearing.WithoutHistory(ear).Select(heard => heard.Line).ToHashSet();
            var at = ear.Heard.FindIndex(heard => live.Contains(heard.Line) && isIt(heard.Line) && (!own || heard.Line.Source!.StartsWith($"{ear.Person}!", StringComparison.Ordinal)));
            if (at < 0)
                continue;
            forge(ear, at);
            return true;
        }
        return false;
    }

    /// <summary>The last that somebody heard of who is watched was something else.</summary>
    private static bool ForgeWatched(Chronicle told)
    {
        foreach (var ear in told.Ears.Where(ear => ear.IsOpen))
        {
            var asked = WatchersAreTold.Told(ear).Where(one => one.At >= ear.CalmFrom).Select(one => one.Nick).ToHashSet();
            var last = WatchersAreTold.Told(ear).LastOrDefault(one => one.At < ear.CalmFrom && asked.Contains(one.Nick));
            if (last.Nick is null)
                continue;
            var heard = ear.Heard[last.At];
            ear.Heard[last.At] = heard with { Line = heard.Line with { Command = last.Numeric == "730" ? "731" : "730" } };
            return true;
        }
        return false;
    }

    private static bool Swap(Chronicle told)
    {
        foreach (var ear in told.Ears.Where(ear => ear.IsOpen))
        {
            var live = Hearing.Live(ear).ToList();
            var at = Enumerable.Range(0, Math.Max(0, live.Count - 1)).FirstOrDefault(i => live[i].Line != live[i + 1].Line, -1);
            if (at < 0)
                continue;
            var (one, other) = (ear.Heard.IndexOf(live[at].Heard), ear.Heard.IndexOf(live[at + 1].Heard));
            (ear.Heard[one], ear.Heard[other]) = (ear.Heard[other], ear.Heard[one]);
            return true;
        }
        return false;
    }

    private static bool ForgePlayed(Chronicle told, Action<Ear, int> forge)
    {
        foreach (var ear in told.Ears.Where(ear => ear.IsOpen))
        {
            var at = ear.Heard.FindIndex(Math.Min(ear.CalmFrom, ear.Heard.Count), heard => IsPlayed(told, heard.Line));
            if (at < 0 || !IsPlayed(told, ear.Heard[at + 1].Line))
                continue;
            forge(ear, at + 1);
            return true;
        }
        return false;
    }

    /// <summary>A line of a room's history that was said to everybody there.</summary>
    private static bool IsPlayed(Chronicle told, Message line) => line.Is("PRIVMSG") && line.Tag("batch") is "history" && line.Parameter(0)[0] == '#'
        && told.Read.Any(recorded => recorded.Event is Event.Said { In: Conversation.InRoom { Audience: Audience.Everyone }, Body.Lines: [var text] } && text == line.Parameter(1));

    private static bool ForgeJournal(Chronicle told)
    {
        if (told.Journal.FirstOrDefault(recorded => recorded.Event is Event.Said { Body.Lines: [_] }) is not { } said)
            return false;
        told.Journal = [.. told.Journal, said with { Sequence = told.Journal[^1].Sequence.Next }];
        return true;
    }

    private static bool ForgeRefusal(Chronicle told)
    {
        foreach (var ear in told.Ears)
        {
            if (ear.Sent.Find(sent => sent is { Label: not null, Text: not null } && told.Journal.Any(recorded => recorded.Event is Event.Said { Body.Lines: [var text] } && text == sent.Text)) is not { } kept || told.Ears.Sum(one => one.Sent.Count(sent => sent.Text == kept.Text)) > 1)
                continue;
            ear.Heard.Add(new Heard(Message.Parse($"@label={kept.Label} :irc1.sim FAIL PRIVMSG NOT_KEPT #lobby :This was not kept"), default));
            return true;
        }
        return false;
    }

    private static bool ForgeWorld(Chronicle told)
    {
        told.Worlds[0] = (told.Worlds[0].Whose, told.Worlds[0].World with { LastRoom = new RoomId(99) });
        return true;
    }

    private static bool ForgeFacts(Chronicle told)
    {
        told.Facts[0] = (told.Facts[0].Whose, told.Facts[0].Facts.With(new Fact.Persistence(new AccountId(99), true)));
        return true;
    }

    private static bool ForgeScreen(Chronicle told, Func<RoomView, bool> fits, Func<RoomView, RoomView> forge)
    {
        for (var i = 0; i < told.Screens.Count; i++)
        {
            if (told.Screens[i] is not { IsReady: true, KnowsMembers: true } screen || screen.Rooms.FirstOrDefault(room => room is { IsInside: true, HasGap: false } && fits(room)) is not { } found)
                continue;
            told.Screens[i] = screen with { Rooms = [.. screen.Rooms.Select(room => room == found ? forge(room) : room)] };
            return true;
        }
        return false;
    }

    /// <summary>Somebody comes again with the token of who is there, and is told that the nickname is taken.</summary>
    private static bool ForgeRefusedReturn(Chronicle told)
    {
        if (told.Ears.Find(ear => ear is { IsOpen: true, Token: not null } && ear.Heard.Exists(heard => heard.Line.Is("001"))) is not { } there)
            return false;
        var nick = there.Heard.First(heard => heard.Line.Is("001")).Line.Parameter(0);
        var moment = there.Heard.First(heard => heard.Line.Is("001")).Sent;
        var refused = new Ear(told.Ears.Count, there.Person, there.Server, new ConnectionId(there.Id.Server, 999), there.Branch) { Token = there.Token, IsOpen = false };
        refused.Sent.Add(new Sent($"NICK {nick}", moment));
        refused.Heard.Add(new Heard(Message.Parse($":irc1.sim 433 * {nick} :Nickname is in use"), moment));
        told.Ears.Add(refused);
        return true;
    }

    private static Heard With(Heard heard, string text) => heard with { Line = heard.Line with { Parameters = [heard.Line.Parameter(0), text] } };

    private static Heard ForOperators(Heard heard) => heard with { Line = heard.Line with { Parameters = ["@#nowhere", heard.Line.Parameter(1)] } };

    private static Heard Elsewhere(Heard heard) => heard with { Line = heard.Line with { Tags = [], Parameters = ["#elsewhere", "secret"] } };

    private static Heard Empty(Heard heard, int parameter) => heard with { Line = heard.Line with { Parameters = [.. heard.Line.Parameters.Take(parameter), ""] } };
}
