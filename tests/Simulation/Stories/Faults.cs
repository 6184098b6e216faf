using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Journal.Memory;
using ChatRoom.Server.Accounts;
using ChatRoom.Simulation.Tests.Databases;
using ChatRoom.Simulation.Tests.Disks;
using ChatRoom.Simulation.Tests.People;
using ChatRoom.Simulation.Tests.Reporting;
using ChatRoom.Simulation.Tests.Running;
using ChatRoom.Simulation.Tests.Seeds;
using ChatRoom.Simulation.Tests.Machines;

namespace ChatRoom.Simulation.Tests.Stories;

/// <summary>What goes wrong, and what people who tend servers do. A fault is a row here.</summary>
public static class Faults
{
    public static IReadOnlyList<Row> Rows { get; } =
    [
        Network("a wire is cut", 4, (who, _) => who.Lose()),
        Network("a wire goes dead", 2, (who, _) => who.Wire!.Cut()),
        Network("who noticed that gives it up", 3, (who, _) =>
        {
            if (who.Wire!.IsDead)
                who.Lose();
        }),
        Network("somebody reads nothing", 4, (who, _) => who.IsStalled = true),
        Network("somebody reads again", 4, (who, _) => who.IsStalled = false),
        Disk("a full disk", 3, (all, chance) => all.Store.Fail(DiskFault.Full, chance.Between(1, 4))),
        Disk("a write is lost", 3, (all, _) => all.Store.Fail(DiskFault.LostBefore, 1)),
        Disk("a write's answer is lost", 3, (all, _) => all.Store.Fail(DiskFault.LostAfter, 1)),
        Disk("a torn write", 3, (all, _) => all.Store.Fail(DiskFault.Torn, 1)),
        Disk("the journal is away", 2, (all, chance) => Away(all, TimeSpan.FromMilliseconds(chance.Between(100, 25_000)))),
        Machine("slow to get its turn", 3, (who, chance) => who.StallAt(new Stall(Danger.Turn, Patience(chance), false))),
        Machine("slow to commit", 3, (who, chance) => who.StallAt(new Stall(Danger.Commit, Patience(chance), false))),
        Machine("slow to say that it is kept", 2, (who, chance) => who.StallAt(new Stall(Danger.Kept, Patience(chance), false))),
        Machine("falls asleep in its turn", 3, (who, chance) => who.StallAt(new Stall(Danger.Commit, Patience(chance), true))),
        Machine("falls asleep", 3, (who, _) => who.Sleep()),
        Machine("wakes", 5, (who, _) => who.Wake()),
        Machine("killed", 2, (who, _) => who.Kill()),
        Machine("killed soon", 6, (who, chance) =>
        {
            who.TornPart = chance.Between(1, 99);
            who.DieAfter(chance.Between(1, 12));
        }),
        Machine("stopped in order", 2, (who, _) => who.Stop()),
        Machine("its clock is wrong", 2, (who, chance) => who.Clock.Skew = TimeSpan.FromSeconds(chance.Between(-3000, 3000))),
        Machine("saves a snapshot", 5, (who, _) => who.SaveSnapshot()),
        Machine("its snapshot is damaged", 9, (who, chance) => who.DamageSnapshot(chance)),
        Machine("waits for the answer to a commit", 4, (who, chance) => who.StallAt(new Stall(Danger.Sent, Patience(chance), false))),
        OnDatabase("a standby that does not answer takes over", 4, (database, chance) => TakeOverLate(database, chance, TimeSpan.FromMilliseconds(chance.Between(10_000, 24_000)))),
        OnDatabase("a commit is late", 6, (database, _) => database.Fail(DiskFault.Late, 1)),
        OnDatabase("the database crashes", 2, (database, _) => database.Crash()),
        OnDatabase("the standby does not answer", 3, (database, chance) => StandbyAway(database, TimeSpan.FromMilliseconds(chance.Between(100, 25_000)))),
        OnDatabase("a standby takes over", 3, (database, chance) => FailOver(database, chance)),
        OnDatabase("a server's turns are cut", 3, (database, chance) => database.CutTurns(chance.Pick(database.Simulation.Servers))),
        OnDatabase("a server's ear is cut", 2, (database, chance) => database.CutEar(chance.Pick(database.Simulation.Servers))),
        OnDatabase("a server's network is cut", 2, (database, chance) => Cut(chance.Pick(database.Simulation.Servers), TimeSpan.FromMilliseconds(chance.Between(100, 25_000)))),
        new(Group.Fault, "a server that was down starts", 14, (all, chance) => Start(all)),
        new(Group.Fault, "servers that are gone are ended", 6, (all, _) => all.EndDeadServers()),
        new(Group.Fault, "a server that lives is ended", 1, (all, chance) => All(all, chance, (one, other) => one.Post(new Command.EndServer(other.Id)))),
        new(Group.Fault, "the journal loses its tail", 1, LoseTail),
        new(Group.Fault, "words are forgotten", 2, Forget),
        new(Group.Fault, "limits change", 2, (all, chance) => All(all, chance, (one, _) => one.Post(new Command.ChangeLimits(
            new RuleLimitsChange { RoomsOfPerson = chance.Between(1, 4), SeenIds = chance.Between(4, 12), PastRooms = chance.Between(1, 5), StaySeconds = chance.Between(1, 90) })))),
        new(Group.Fault, "nothing is taken back any more, or for a while", 6, (all, chance) => All(all, chance, (one, _) =>
        {
            one.Post(new Command.ChangeLimits(new RuleLimitsChange { RedactMinutes = chance.Pick([0, 0, 0, 60]) }));
            foreach (var who in all.Plain.Where(who => who.IsIn && who.Has("draft/message-redaction")))
            {
                if (who.LastSaid is var (where, id))
                    who.Command($"REDACT {where} {id}");
            }
        })),
        new(Group.Fault, "an account is added", 4, (all, chance) => All(all, chance, (one, _) => one.Post(new Command.AddAccount(Name(all, chance), Tea)))),
        new(Group.Fault, "an account is an operator's", 5, (all, chance) => All(all, chance, (one, _) =>
        {
            var name = Name(all, chance);
            one.Post(new Command.AddAccount(name, Tea) { Powers = chance.Pick([Powers.All, Powers.Kill]) });
            one.Post(new Command.ChangePowers(name, chance.Pick([Powers.All, Powers.Rooms, Powers.Grant]), !chance.OneIn(3)) { IsForced = chance.OneIn(3) });
        })),
        new(Group.Fault, "a nickname is banned by the shell", 4, (all, chance) => All(all, chance, (one, _) => one.Post(new Command.Ban(Gone, chance.Between(60, 200), "enough")))),
        new(Group.Fault, "the shell lets only accounts in", 2, (all, chance) => All(all, chance, (one, _) => one.Post(new Command.SetAlarm(chance.OneIn(3), "")))),
        new(Group.Fault, "an operator is sought", 4, (all, chance) => All(all, chance, (one, _) => one.Post(new Command.OfferClaim(Invitations.HashOf(chance.Pick(["tea", "claim"])))))),
        new(Group.Fault, "an account is removed", 1, (all, chance) => All(all, chance, (one, _) => one.Post(new Command.RemoveAccount(Name(all, chance))))),
        new(Group.Fault, "an account is erased", 2, Erase),
        new(Group.Fault, "somebody is invited", 2, (all, chance) => All(all, chance, (one, _) => one.Post(new Command.Invite(
            Invitations.HashOf("code"), new Timestamp(all.Clock.GetUtcNow().ToUnixTimeMilliseconds() + chance.Between(1, 100_000)))))),
        new(Group.Fault, "a code for a forgotten password is given out", 3, (all, chance) => All(all, chance, (one, _) => one.Post(new Command.GiveRecovery(
            Name(all, chance), Invitations.HashOf("code"), new Timestamp(all.Clock.GetUtcNow().ToUnixTimeMilliseconds() + chance.Between(1, 200_000)))))),
        new(Group.Fault, "who may register changes", 4, (all, chance) => All(all, chance, (one, _) => one.Post(
            new Command.SetRegistration(chance.Pick([RegistrationPolicy.Open, RegistrationPolicy.Open, RegistrationPolicy.Invite, RegistrationPolicy.Closed, RegistrationPolicy.Closed, RegistrationPolicy.Approval]))))),
        new(Group.Fault, "who asked for an account is answered", 3, (all, chance) => All(all, chance, (one, _) => one.Post(new Command.DecideRegistration(Name(all, chance), !chance.OneIn(3), "")))),
        new(Group.Fault, "a server of an old level would start", 1, (all, chance) => All(all, chance, (one, _) => one.Post(new Command.StartServer(0, false)))),
        new(Group.Fault, "time passes", 4, (all, chance) => Pass(all, TimeSpan.FromSeconds(chance.Between(5, 120)))),
    ];

    private static BanTarget.OfMask Gone => new(Mask.Parse("Gone").IfFault(fault => throw new InvalidOperationException($"{fault}")));

    private static Verifier Tea => PasswordProof.Make("tea", 1, 1);

    /// <summary>Of those who speak IRC by hand: the others' client keeps to its nickname, and would wait for ever.</summary>
    private static AccountName Name(Simulator all, Chance chance) =>
        AccountName.Parse(chance.Pick(all.Plain).Name).IfFault(fault => throw new InvalidOperationException($"{fault}"));

    private static TimeSpan Patience(Chance chance) => TimeSpan.FromMilliseconds(chance.OneIn(3) ? chance.Between(10_000, 30_000) : chance.Between(10, 2000));

    private static Row Network(string name, int weight, Action<Person, Chance> act) => new(Group.Fault, name, weight, (all, chance) =>
    {
        var who = chance.Pick(all.People);
        if (!who.IsConnected)
            return false;
        act(who, chance);
        return true;
    });

    private static Row Disk(string name, int weight, Action<Simulator, Chance> act) => new(Group.Fault, name, weight, (all, chance) =>
    {
        act(all, chance);
        return true;
    });

    private static Row OnDatabase(string name, int weight, Action<Database, Chance> act) => new(Group.Fault, name, weight, (all, chance) =>
    {
        if (all.Store is not Database database)
            return false;
        act(database, chance);
        return true;
    });

    private static Row Machine(string name, int weight, Action<Machine, Chance> act) => new(Group.Fault, name, weight, (all, chance) =>
    {
        var who = chance.Pick(all.Servers);
        if (who.State != MachineState.Up)
            return false;
        act(who, chance);
        return true;
    });

    /// <summary>Somebody who tends the servers has one of them do something, perhaps about another.</summary>
    private static bool All(Simulator all, Chance chance, Action<Machine, Machine> act)
    {
        var up = all.Up.ToArray();
        if (up.Length == 0)
            return false;
        act(chance.Pick(up), chance.Pick(up));
        return true;
    }

    private static bool Start(Simulator all)
    {
        foreach (var server in all.Servers.Where(server => server.IsOver))
            server.Kill();
        if (all.Servers.FirstOrDefault(server => server.State == MachineState.Down) is not { } down)
            return false;
        all.StartAgain(down);
        return true;
    }

    private static void Away(Simulator all, TimeSpan time)
    {
        all.Store.IsAway = true;
        all.Clock.CreateTimer(_ => all.Store.IsAway = false, null, time, Timeout.InfiniteTimeSpan);
    }

    private static void StandbyAway(Database database, TimeSpan time)
    {
        database.LoseStandby();
        database.Simulation.Clock.CreateTimer(_ => database.FindStandby(), null, time, Timeout.InfiniteTimeSpan);
    }

    private static void Cut(Machine who, TimeSpan time)
    {
        who.IsCut = true;
        who.Simulator.Clock.CreateTimer(_ => who.IsCut = false, null, time, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A server that waited for it in vain was told nothing, so nothing of that is missed.</summary>
    private static void TakeOverLate(Database database, Chance chance, TimeSpan time)
    {
        database.LoseStandby();
        var draw = new Chance(chance.Next());
        database.Simulation.Clock.CreateTimer(_ =>
        {
            if (database.IsStandbyAway)
                FailOver(database, draw);
        }, null, time, Timeout.InfiniteTimeSpan);
    }

    /// <summary>With a standby that confirms nothing that was told is lost, and else whatever it was behind.</summary>
    private static void FailOver(Database database, Chance chance)
    {
        var (all, branch) = (database.Simulation, database.Branch);
        all.LoseTail(database.FailOver(Math.Max(0, database.Turns - chance.Pick([0, 0, 1, 2, 5]))));
        if (database.HasStandby)
            all.Chronicle.Promised.Add((branch, database.End));
    }

    private static bool LoseTail(Simulator all, Chance chance)
    {
        if (all.Store is Database)
            return false;
        if (all.Store.Turns < 3 || chance.OneIn(2))
            return false;
        all.LoseTail(all.Store.Turns - chance.Between(1, Math.Min(5, all.Store.Turns - 1)));
        return true;
    }

    private static bool Forget(Simulator all, Chance chance)
    {
        if (all.Store.End < 5)
            return false;
        var first = 1 + chance.Below((int)all.Store.End);
        var range = new SequenceRange(new Sequence(first), new Sequence(Math.Min(all.Store.End, first + chance.Below(20))));
        return All(all, chance, (one, _) => one.Post(new Command.Forget(new Forgetting([range], Option<RoomId>.None))));
    }

    /// <summary>It is no more, and then all that it typed is forgotten, step by step.</summary>
    private static bool Erase(Simulator all, Chance chance) => All(all, chance, (one, _) =>
    {
        if (!one.World.Account(Name(all, chance)).TryGet(out var account))
            return;
        one.Post(new Command.RemoveAccount(account.Name) { IsForced = true });
        using var journal = new MemoryJournal(all.Store, all.Clock);
        using var history = journal.OpenHistory();
        foreach (var (what, _) in AccountWords.Of(history, account.Id))
            one.Post(new Command.Forget(what));
    });

    private static bool Pass(Simulator all, TimeSpan time)
    {
        all.Clock.Pass(time);
        return true;
    }
}
