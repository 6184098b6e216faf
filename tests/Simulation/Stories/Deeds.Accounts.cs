using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Server.Accounts;
using ChatRoom.Simulation.Tests.People;
using ChatRoom.Simulation.Tests.Reporting;
using ChatRoom.Simulation.Tests.Running;
using ChatRoom.Simulation.Tests.Seeds;

namespace ChatRoom.Simulation.Tests.Stories;

/// <summary>What people do about accounts, and what operators of the server do.</summary>
public static partial class Deeds
{
    /// <summary>Both have an account, and one comes first.</summary>
    private static void WantCertificate(PlainPerson who, PlainPerson other)
    {
        foreach (var one in (PlainPerson[])[who, other])
        {
            if (!one.IsIn)
                continue;
            one.Command("NS REGISTER tea");
            one.Command($"CERT ADD {Certificate(3)}");
        }
    }

    /// <summary>With the one that their connections show.</summary>
    private static void LogInByCertificate(PlainPerson who)
    {
        who.Command("NS REGISTER tea");
        who.Command("CERT ADD");
        who.Command("NS LOGOUT");
        who.ShowCertificate();
    }

    private static void AsOperator(PlainPerson who, string line)
    {
        who.Command($"OPER {who.Name} tea");
        who.Command(line);
    }

    /// <summary>Who tends a server gives out a code, and two try it at once.</summary>
    private static void Recover(Simulator all, PlainPerson who, PlainPerson other)
    {
        var until = new Timestamp(all.Clock.GetUtcNow().ToUnixTimeMilliseconds() + 100_000);
        all.Up.FirstOrDefault()?.Post(new Command.GiveRecovery(Account(who), Invitations.HashOf("once"), until));
        who.Command("RECOVER once tea");
        who.Command("NS RECOVER once tea");
        if (other.IsIn)
            other.Command("RECOVER once tea");
    }

    /// <summary>Where each registration is decided on, by one who may have been decided on before.</summary>
    private static void AskForAccount(Simulator all, PlainPerson who, bool isDecided)
    {
        all.Up.FirstOrDefault()?.Post(new Command.SetRegistration(RegistrationPolicy.Approval));
        who.Command("NS REGISTER tea");
        who.Command("REGISTER * * tea");
        if (isDecided)
            all.Up.FirstOrDefault()?.Post(new Command.SetRegistration(RegistrationPolicy.Open));
    }

    private static AccountName Account(PlainPerson who) => AccountName.Parse(who.Name).IfFault(fault => throw new InvalidOperationException($"{fault}"));

    private static string Overruling(Simulator all, Chance chance) => chance.Pick([
        $"SAMODE {Room(chance)} {chance.Pick(["+m", "-m", "-i", "-k", "+o", "-o", "+b"])} {Somebody(all, chance)}",
        $"SAKICK {Room(chance)} {Somebody(all, chance)} :enough", $"SATOPIC {Room(chance)} :about order"]);

    private static string Banned(Simulator all, Chance chance)
    {
        var name = chance.Pick(all.People).Name;
        return chance.Pick([name, $"{name}_", $"a:{name}", $"*!{name.ToLowerInvariant()}@*", "10.0.0.0/8"]);
    }

    private static void BanMany(PlainPerson who, string room)
    {
        for (var i = 0; i < 101; i += 12)
            who.Command($"MODE {room} +{new string('b', 12)} {string.Join(' ', Enumerable.Range(i, 12).Select(n => $"x{n}"))}");
    }
}
