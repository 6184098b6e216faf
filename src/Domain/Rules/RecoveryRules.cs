using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>
/// A forgotten password: who tends the server gives out a code, and who has it sets another password. Anybody who had the account until then,
/// by a password, a certificate or a connection, has it no more.
/// </summary>
internal static class RecoveryRules
{
    /// <summary>The one before does not count any more. Those who are logged in are told, in case it was not they who asked.</summary>
    public static Decision Give(World world, Person? by, Command.GiveRecovery wish)
    {
        if (OperatorRules.RefusesAccount(world, by, wish.Of) is { } refusal)
            return Decision.No(refusal);
        return world.Account(wish.Of).TryGet(out var account)
            ? new Decision.Accepted([new Event.RecoveryGiven(account.Ref) { By = OperatorRules.Of(by) }]) { Facts = [new Fact.Recovery(account.Id, new RecoveryCode(wish.Code, wish.Until))] }
            : Decision.No(new Refusal.NoSuchAccount(wish.Of));
    }

    public static Decision Recover(World world, Facts facts, Person person, Command.Recover wish, Timestamp at)
    {
        if (!facts.Recovers(wish.Code, at).Bind(id => world.Accounts.Find(id)).TryGet(out var account))
            return Decision.No(new Refusal.WrongRecovery());
        if (person.Who.Account.TryGet(out var own) && own.Id != account.Id)
            return Decision.No(new Refusal.AlreadyLoggedIn(own.Name));
        var member = world.Member(account.Id);
        var ended = member.Map(other => other.Id == person.Id ? [] : Depart(other)).IfNone([]);
        return new Decision.Accepted([new Event.PasswordChanged(account.Ref), .. ended])
        {
            Facts =
            [
                new Fact.PasswordVerifier(account.Id, wish.New), new Fact.Certificates(account.Id, []), new Fact.Recovery(account.Id, Option<RecoveryCode>.None),
                .. member.Map(other => facts.Forsaken(other.Id)).IfNone([]),
            ],
        };
    }

    /// <summary>All devices of somebody end, also where they would stay without any.</summary>
    private static ValueList<Event> Depart(Person person)
    {
        var devices = person.Connections.ToArray();
        if (devices.Length == 0)
            return [new Event.Departed(Option<ConnectionId>.None, person.Who, CloseReason.EndedByOwner, "")];
        return
        [
            .. devices[..^1].Select(device => new Event.Detached(device, person.Who, CloseReason.EndedByOwner, Option<Timestamp>.None)),
            new Event.Departed(devices[^1], person.Who, CloseReason.EndedByOwner, ""),
        ];
    }
}
