using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;
using FsCheck;
using FsCheck.Fluent;

namespace ChatRoom.Domain.Tests.Properties;

/// <summary>What holds whatever anybody wants in whatever order.</summary>
public sealed class WorldProperties
{
    [Fact]
    public void Every_world_is_sound() => Holds(history =>
    {
        foreach (var (_, _, _, step) in history.Steps)
            Assert.Empty(Invariants.Broken(step.World));
    });

    [Fact]
    public void Replaying_what_was_kept_gives_the_same_world() => Holds(history =>
    {
        var replayed = History.Replayed(history.Kept);
        Assert.Equal(history.World, replayed);
        Assert.Equal(history.World.GetHashCode(), replayed.GetHashCode());
    });

    [Fact]
    public void The_same_requests_give_the_same_steps() => Holds(history =>
    {
        var again = History.Of(history.Steps.Select(taken => taken.Request));
        Assert.Equal(history.Steps, again.Steps);
    });

    [Fact]
    public void The_order_in_which_hash_maps_hold_their_items_decides_nothing() => Holds(history =>
    {
        foreach (var (before, facts, request, step) in history.Steps)
        {
            var shuffled = Shuffled(before);
            Assert.Equal(before, shuffled);
            Assert.Equal(StateMachine.Decide(before, facts, request), StateMachine.Decide(shuffled, facts, request));
            foreach (var recorded in step.Events.Take(1))
                Assert.Equal(StateMachine.Apply(before, recorded), StateMachine.Apply(shuffled, recorded));
        }
    });

    [Fact]
    public void Places_are_1_2_3_and_so_on_and_times_never_go_back() => Holds(history =>
    {
        var kept = history.Kept.ToList();
        Assert.Equal(Enumerable.Range(1, kept.Count).Select(number => new Sequence(number)), kept.Select(recorded => recorded.Sequence));
        Assert.Equal(kept.Select(recorded => recorded.At).Order(), kept.Select(recorded => recorded.At));
        Assert.All(history.Events.Except(kept), sign => Assert.Equal(default, sign.Sequence));
    });

    [Fact]
    public void What_is_not_accepted_changes_nothing_and_nobody_hears_it() => Holds(history =>
    {
        foreach (var (before, _, _, step) in history.Steps.Where(taken => taken.Step.Decision is not Decision.Accepted))
        {
            Assert.Same(before, step.World);
            Assert.Empty(step.Events);
            Assert.Empty(step.Effects);
        }
    });

    [Fact]
    public void Deciding_and_taking_agree() => Holds(history =>
    {
        foreach (var (before, facts, request, step) in history.Steps.Where(taken => taken.Step == StateMachine.Take(taken.Before, taken.Facts, taken.Request)))
            Assert.Equal(StateMachine.Decide(before, facts, request), step.Decision);
    });

    [Fact]
    public void The_shell_that_only_does_effects_knows_who_is_where() => Holds(history =>
    {
        var shell = new Shell();
        foreach (var (_, _, _, step) in history.Steps)
        {
            shell.Do(step);
            Assert.Equal(PlacesOf(step.World), shell.Places);
            Assert.Equal(step.World.Connections.Select(pair => (pair.Key, pair.Value)).Order(), shell.Connections);
        }
    });

    [Fact]
    public void Who_hears_something_hears_it_once_and_who_does_something_hears_it() => Holds(history =>
    {
        var shell = new Shell();
        foreach (var (_, _, _, step) in history.Steps)
        {
            var told = shell.Do(step);
            Assert.Equal(told.Distinct(), told);
            var heard = step.Events.Where(recorded => recorded.Event is Event.Connected or Event.Departed or Event.Joined or Event.Left or Event.Said or Event.Signalled
                or Event.Renamed or Event.NickReclaimed or Event.LoggedIn or Event.LoggedOut or Event.AwaySet or Event.RealNameSet or Event.MetadataSet or Event.MetadataCleared or Event.TopicSet);
            Assert.All(heard, recorded => Assert.Contains(told, one => one.What == recorded));
        }
    });

    [Fact]
    public void Every_effect_tells_what_happened_in_that_very_step() => Holds(history =>
    {
        foreach (var (_, _, _, step) in history.Steps)
            Assert.All(step.Effects.SelectMany(effect => WhatOf(effect)), what => Assert.True(step.Events.Contains(what) || IsAwayOfWhoCame(what, step) || IsInvitationForOthers(what, step)));
    });

    [Fact]
    public void No_rule_reads_a_body() => Holds(history =>
    {
        Assert.Equal(history.World, History.Replayed(history.Kept.Select(Forgotten.Words)));

        var forgotten = History.Of(history.Steps.Select(taken => Forgotten.Words(taken.Request)));
        Assert.Equal(history.World, forgotten.World);
        Assert.Equal(
            history.Steps.Select(taken => Forgotten.Words(taken.Step)),
            forgotten.Steps.Select(taken => taken.Step));
    });

    private static void Holds(Action<History> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100).WithEndSize(80),
        Prop.ForAll(Universe.Histories, requests => property(History.Of(requests))));

    private static IEnumerable<(RoomId, PersonId)> PlacesOf(World world) =>
        world.Rooms.Values.SelectMany(room => room.Members.Keys.Select(person => (room.Id, person))).Order();

    /// <summary>
    /// The same world, its maps filled from the other end. Text hashes differ from process to process besides, so each
    /// run of the tests sees another order.
    /// </summary>
    private static World Shuffled(World world) => world with
    {
        People = new(world.People.Reverse()),
        Nicks = new(world.Nicks.Reverse()),
        Connections = new(world.Connections.Reverse()),
        Rooms = new(world.Rooms.Reverse()),
        RoomNames = new(world.RoomNames.Reverse()),
        Past = new(world.Past.Reverse()),
        Accounts = new(world.Accounts.Reverse()),
        AccountNames = new(world.AccountNames.Reverse()),
        Members = new(world.Members.Reverse()),
    };

    /// <summary>A room that somebody enters hears that they are away, which is no event.</summary>
    private static bool IsAwayOfWhoCame(Recorded what, Step step) =>
        what is { Sequence.Number: 0, Event: Event.AwaySet away } && step.Events.Any(recorded => recorded.Event is Event.Joined joined && joined.Who == away.Who);

    /// <summary>Those who tend a room hear of an invitation, and their copy has no place of its own.</summary>
    private static bool IsInvitationForOthers(Recorded what, Step step) =>
        what is { Sequence.Number: 0, Event: Event.Invited } && step.Events.Any(recorded => recorded.Event == what.Event);

    private static ValueList<Recorded> WhatOf(Effect effect) => effect switch
    {
        Effect.Tell tell => [tell.What],
        Effect.TellRoom tell => [tell.What],
        Effect.TellPeers tell => [tell.What],
        _ => [],
    };
}
