using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>
/// The rules as functions: <see cref="Decide"/> says yes or no to a command and changes nothing, <see cref="Apply"/> turns what
/// happened into the next world and never refuses, <see cref="Take"/> is both. Here stands which family says it: a new
/// command or event is a line here, and its two halves stand beside each other in the family's file.
/// </summary>
public static class StateMachine
{
    /// <summary>A request goes into a world, and events and effects come out.</summary>
    public static Step Take(World world, Facts facts, Request request)
    {
        var decision = Decide(world, facts, request);
        if (decision is Decision.Accepted tooNew && tooNew.Events.FirstOrDefault(happened => happened.Level > world.Level) is { } newer)
            decision = new Decision.Refused(new Refusal.NotYetPossible(newer.Level));
        if (decision is not Decision.Accepted accepted)
            return new Step(world, facts, decision, [], [], []);
        if (accepted.Events is [var only])
            return One(world, facts, request, accepted, only);
        var (events, effects) = (new List<Recorded>(accepted.Events.Count), new List<Effect>());
        foreach (var happened in accepted.Events)
        {
            var recorded = Record(world, request.At, request.Origin.Connection, happened);
            var applied = Apply(world, recorded);
            world = applied.World;
            events.Add(recorded);
            effects.AddRange(applied.Effects);
        }
        return new Step(world, With(facts, accepted.Facts), decision, [.. events], accepted.Facts, [.. effects]);
    }

    /// <summary>
    /// The answer depends on the world, the facts and the request alone. Plain early returns, because this is the hot path: chained
    /// checks cost fifteen times as much.
    /// </summary>
    public static Decision Decide(World world, Facts facts, Request request)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(facts);
        return request.Origin.Connection is { } connection
            ? OfSomebody(world, facts, connection, request)
            : OfNobody(world, facts, request);
    }

    public static Applied Apply(World world, Recorded recorded)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(recorded);
        // What is not kept leaves no trace: a replay doesn't know of it, and must come to the same world.
        var next = recorded.Event.IsKept ? world with { Last = recorded.Sequence, Now = recorded.At } : world;
        return recorded.Event switch
        {
            Event.Said e => TalkRules.Said(next, e, recorded),
            Event.Signalled e => TalkRules.Signalled(next, e, recorded),
            Event.Redacted e => RedactionRules.Redacted(next, e, recorded),
            Event.Joined e => RoomRules.Joined(next, e, recorded),
            Event.Left e => RoomRules.Left(next, e, recorded),
            Event.TopicSet e => RoomRules.TopicSet(next, e, recorded),
            Event.ModeSet e => RoomRules.ModesSet(next, e.Room, [new ModeChange(e.Mode, e.Value)], recorded),
            Event.ModesSet e => RoomRules.ModesSet(next, e.Room, e.Changes, recorded),
            Event.KeySet e => RoomRules.KeySet(next, e, recorded),
            Event.MaskSet e => MaskRules.MaskSet(next, e, recorded),
            Event.MaskLifted e => MaskRules.MaskLifted(next, e, recorded),
            Event.MaskEnded e => MaskRules.MaskEnded(next, e, recorded),
            Event.Kicked e => DoorRules.Kicked(next, e, recorded),
            Event.Invited e => DoorRules.Invited(next, e, recorded),
            Event.Knocked e => DoorRules.Knocked(next, e, recorded),
            Event.RightChanged e => RightRules.RightChanged(next, e, recorded),
            Event.RightsFollowed e => RightRules.RightsFollowed(next, e, recorded),
            Event.HolderRemoved e => RightRules.HolderRemoved(next, e, recorded),
            Event.RoomPassedOn e => FounderRules.PassedOn(next, e, recorded),
            Event.RoomDropped e => FounderRules.Dropped(next, e, recorded),
            Event.RoomRenamed e => FounderRules.Renamed(next, e, recorded),
            Event.GuestsShutOut e => SilenceRules.GuestsShutOut(next, e, recorded),
            Event.SilenceSet e => SilenceRules.SilenceSet(next, e, recorded),
            Event.Connected e => PeopleRules.Connected(next, e, recorded),
            Event.Attached e => PeopleRules.Attached(next, e),
            Event.Detached e => PeopleRules.Detached(next, e),
            Event.Departed e => PeopleRules.Departed(next, e, recorded),
            Event.Renamed e => PeopleRules.Renamed(next, e, recorded),
            Event.AwaySet e => PeopleRules.AwaySet(next, e, recorded),
            Event.RealNameSet e => PeopleRules.RealNameSet(next, e, recorded),
            Event.MarkedRead e => ReadingRules.MarkedRead(next, e, recorded),
            Event.MetadataSet e => MetadataRules.Set(next, e, recorded),
            Event.MetadataCleared e => MetadataRules.Cleared(next, e, recorded),
            Event.AccountRegistered e => AccountRules.Registered(next, e, recorded),
            Event.AccountRemoved e => AccountRules.Removed(next, e),
            Event.LoggedIn e => AccountRules.LoggedIn(next, e, recorded),
            Event.Merged e => MergeRules.Merged(next, e, recorded),
            Event.LoggedOut e => AccountRules.LoggedOut(next, e, recorded),
            Event.NickReclaimed e => AccountRules.NickReclaimed(next, e, recorded),
            Event.PasswordChanged or Event.CertificateChanged or Event.RecoveryGiven or Event.RegistrationAsked or Event.RegistrationDecided => Applied.Silently(next),
            Event.RegistrationSet e => Applied.Silently(next with { Registration = e.To }),
            Event.OwnModeSet e => OverruleRules.OwnModeSet(next, e),
            Event.Announced => OverruleRules.Announced(next, recorded),
            Event.Overruled e => OverruleRules.Overruled(next, e, recorded),
            Event.AlarmSet e => Applied.Silently(next with { IsAlarmed = e.IsOn }),
            Event.Killed => Applied.Silently(next),
            Event.BanSet e => BanRules.BanSet(next, e, recorded),
            Event.BanLifted e => BanRules.Gone(next, e.Of),
            Event.BanEnded e => BanRules.Gone(next, e.Of),
            Event.OperatorSet e => OperatorRules.OperatorSet(next, e),
            Event.WentOnDuty e => OperatorRules.WentOnDuty(next, e),
            Event.WentOffDuty e => OperatorRules.WentOffDuty(next, e),
            Event.ServerStarted e => ServerRules.ServerStarted(next, e),
            Event.ServerEnded e => ServerRules.ServerEnded(next, e),
            Event.ServerCleared e => ServerRules.ServerCleared(next, e),
            Event.LevelRaised e => Applied.Silently(next with { Level = e.To }),
            Event.LimitsChanged e => Applied.Silently(RoomLife.WithinPast(next with { Limits = e.Limits })),
            Event.Forgotten e => ServerRules.Forgotten(next, e.What),
        };
    }

    /// <summary>Gives an event its place and its moment. Moments never go back, even when a clock does.</summary>
    public static Recorded Record(World world, Timestamp at, ConnectionId? origin, Event happened)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(happened);
        var moment = at.Milliseconds < world.Now.Milliseconds ? world.Now : at;
        return new Recorded(happened.IsKept ? world.Last.Next : default, moment, origin, happened);
    }

    private static Decision OfSomebody(World world, Facts facts, ConnectionId connection, Request request)
    {
        if (!world.Person(connection).TryGet(out var person))
            return request.Command is Command.Connect connect
                ? ReadingRules.GoneOver(facts, MetadataRules.WithMetadata(world, PresenceRules.AsTheySaid(world, PeopleRules.Connect(world, facts, request.Origin, connection, connect), connect), connect))
                : Decision.No(new Refusal.NotConnected());
        return request.Command switch
        {
            Command.Say say => TalkRules.Say(world, person, say, request.At),
            Command.Signal signal => TalkRules.Signal(world, person, signal),
            Command.Redact redact => RedactionRules.Redact(world, person, redact, request.At),
            Command.Join join => RoomRules.Join(world, person, join, request.At),
            Command.Leave leave => RoomRules.Leave(world, person, leave),
            Command.Rename rename => PeopleRules.Rename(world, person, rename),
            Command.SetAway away => PeopleRules.SetAway(world, person, away),
            Command.SetRealName name => Decision.Yes(new Event.RealNameSet(person.Who, name.Text)),
            Command.MarkRead mark => ReadingRules.MarkRead(world, facts, person, mark, request.At),
            Command.SetMetadata set => MetadataRules.Set(world, person, set),
            Command.ClearMetadata clear => MetadataRules.Clear(world, person, clear),
            Command.SetTopic topic => RoomRules.SetTopic(world, person, topic),
            Command.SetMode mode => RoomRules.SetModes(world, person, mode.Room, [new ModeChange(mode.Mode, mode.Value)]),
            Command.SetModes modes => RoomRules.SetModes(world, person, modes.Room, modes.Changes),
            Command.SetKey key => RoomRules.SetKey(world, person, key),
            Command.SetMask mask => MaskRules.Set(world, person, mask, request.At),
            Command.LiftMask mask => MaskRules.Lift(world, person, mask),
            Command.Kick kick => DoorRules.Kick(world, person, kick),
            Command.InviteTo invite => DoorRules.Invite(world, person, invite),
            Command.Knock knock => DoorRules.Knock(world, person, knock, request.At),
            Command.RenameRoom rename => FounderRules.Rename(world, person, rename),
            Command.ShutOutGuests shut => SilenceRules.ShutOutGuests(person, shut),
            Command.Silence silence => SilenceRules.Silence(person, silence),
            Command.DropRoom drop => FounderRules.Drop(world, person, drop),
            Command.ChangeRight right => RightRules.ChangeRight(world, person, right),
            Command.Register register => ReadingRules.GoneOver(facts, AccountRules.Register(world, facts, person, register, request.At)),
            Command.LogIn logIn => ReadingRules.GoneOver(facts, AccountRules.LogIn(world, facts, person, logIn)),
            Command.LogOut => AccountRules.LogOut(world, person),
            Command.ChangePassword change => AccountRules.ChangePassword(world, person, change),
            Command.DecideRegistration decide => ReadingRules.GoneOver(facts, ApprovalRules.Decide(world, facts, person, decide)),
            Command.GiveRecovery give => RecoveryRules.Give(world, person, give),
            Command.Invite invite => AccountRules.Invite(world, person, invite),
            Command.Recover recover => ReadingRules.GoneOver(facts, RecoveryRules.Recover(world, facts, person, recover, request.At)),
            Command.SetPersistence set => PresenceRules.SetPersistence(facts, person, set),
            Command.SetPlayback set => PresenceRules.SetPlayback(facts, person, set),
            Command.EndDevice end => PresenceRules.EndOwn(world, facts, person, end, request.At),
            Command.ChangeCertificate change => CertificateRules.ChangeOwn(world, facts, person, change, request.At),
            Command.Oper oper => OperatorRules.Oper(world, facts, person, oper),
            Command.Deoper => OperatorRules.Deoper(person),
            Command.Claim claim => OperatorRules.Claim(world, facts, person, claim),
            Command.ChangePowers change => OperatorRules.Change(world, facts, person, change),
            Command.SetOwnMode mode => OverruleRules.SetOwnMode(person, mode),
            Command.Announce announce => OverruleRules.Announce(world, person, announce),
            Command.SetAlarm alarm => OverruleRules.SetAlarm(world, person, alarm),
            Command.Overrule overrule => OverruleRules.Overrule(world, facts, person, request, overrule),
            Command.Kill kill => BanRules.Kill(world, facts, person, kill),
            Command.Ban ban => BanRules.Set(world, facts, person, ban, request.At),
            Command.Unban unban => BanRules.Lift(world, person, unban),
            Command.Quit quit => PresenceRules.End(world, facts, person, connection, quit.End, request.At),
            Command.Connect => Decision.No(new Refusal.AlreadyConnected()),
            Command.StartServer or Command.EndServer or Command.ClearEnded or Command.Expire or Command.ChangeLimits or Command.CompareWorld
                or Command.Forget or Command.AddAccount or Command.RemoveAccount or Command.SetRegistration
                or Command.OfferClaim => throw new InvalidOperationException($"{request.Command.GetType().Name} comes over a connection."),
        };
    }

    /// <summary>What the server itself wants, or somebody who tends it.</summary>
    private static Decision OfNobody(World world, Facts facts, Request request) => request.Command switch
    {
        Command.StartServer start => ServerRules.StartServer(world, facts, start),
        Command.EndServer end => ServerRules.EndServer(world, end),
        Command.ClearEnded => ServerRules.ClearEnded(world, facts, request.At),
        Command.Expire => ServerRules.Expire(world, facts, request.At),
        Command.ChangeLimits change => ServerRules.ChangeLimits(world, change),
        Command.CompareWorld compare => ServerRules.CompareWorld(facts, compare),
        Command.Forget forget => new Decision.Accepted([new Event.Forgotten(forget.What)]) { Facts = [.. forget.Noted.AsEnumerable()] },
        Command.Register register => AccountRules.RegisterEarly(world, facts, register, request.At),
        Command.AddAccount add => AccountRules.Add(world, facts, add),
        Command.RemoveAccount remove => AccountRules.Remove(world, facts, remove),
        Command.ChangePassword change => AccountRules.SetPassword(world, null, change),
        Command.DecideRegistration decide => ReadingRules.GoneOver(facts, ApprovalRules.Decide(world, facts, null, decide)),
        Command.GiveRecovery give => RecoveryRules.Give(world, null, give),
        Command.EndDevice end => PresenceRules.EndAny(world, facts, end, request.At),
        Command.ChangeCertificate change => CertificateRules.Change(world, facts, change, request.At),
        Command.Invite invite => AccountRules.Invite(world, null, invite),
        Command.ChangePowers change => OperatorRules.Change(world, facts, null, change),
        Command.Announce announce => OverruleRules.Announce(world, null, announce),
        Command.SetAlarm alarm => OverruleRules.SetAlarm(world, null, alarm),
        Command.Overrule overrule => OverruleRules.Overrule(world, facts, null, request, overrule),
        Command.Kill kill => BanRules.Kill(world, facts, null, kill),
        Command.Ban ban => BanRules.Set(world, facts, null, ban, request.At),
        Command.Unban unban => BanRules.Lift(world, null, unban),
        Command.OfferClaim offer => OperatorRules.OfferClaim(world, facts, offer),
        Command.SetRegistration set => AccountRules.SetRegistration(world, set),
        Command.Say or Command.Signal or Command.Redact or Command.Join or Command.Leave or Command.Rename or Command.SetAway or Command.SetRealName or Command.MarkRead or Command.SetMetadata or Command.ClearMetadata or Command.SetTopic or Command.SetMode or Command.SetModes
            or Command.SetKey or Command.SetMask or Command.LiftMask or Command.Kick or Command.InviteTo or Command.Knock or Command.ChangeRight or Command.DropRoom or Command.RenameRoom or Command.ShutOutGuests or Command.Silence or Command.Quit
            or Command.Connect or Command.LogIn or Command.LogOut or Command.SetPersistence or Command.SetPlayback or Command.Recover or Command.Oper or Command.Deoper or Command.Claim or Command.SetOwnMode =>
            throw new InvalidOperationException($"{request.Command.GetType().Name} comes from nobody."),
    };

    /// <summary>What nearly every command comes to, without a list that grows.</summary>
    private static Step One(World world, Facts facts, Request request, Decision.Accepted accepted, Event happened)
    {
        var recorded = Record(world, request.At, request.Origin.Connection, happened);
        var applied = Apply(world, recorded);
        return new Step(applied.World, With(facts, accepted.Facts), accepted, [recorded], accepted.Facts, applied.Effects);
    }

    private static Facts With(Facts facts, ValueList<Fact> changed)
    {
        foreach (var fact in changed)
            facts = facts.With(fact);
        return facts;
    }
}

/// <summary>
/// What came of one request: the next world and facts, what was decided, what happened, which facts changed, and what to do once
/// that is kept.
/// </summary>
public sealed record Step(
    World World, Facts Facts, Decision Decision, ValueList<Recorded> Events, ValueList<Fact> Changed, ValueList<Effect> Effects);

/// <summary>The next world, and what the shell has to do once the event is kept.</summary>
public readonly record struct Applied(World World, ValueList<Effect> Effects)
{
    /// <summary>Nobody hears of it.</summary>
    public static Applied Silently(World world) => new(world, []);
}
