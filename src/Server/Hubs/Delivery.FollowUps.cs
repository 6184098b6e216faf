using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Server.Hubs;

/// <summary>What somebody is told besides, because it happened to them or is theirs to decide.</summary>
public sealed partial class Delivery
{
    /// <summary>From where people came who were sent away by one command is told of so many.</summary>
    private const int MostOrigins = 20;

    private int _origins;

    /// <summary>
    /// A newcomer is welcomed, who enters a room hears who is there, who invites or knocks that it was passed on, and somebody what became of
    /// their account.
    /// </summary>
    private void TellFollowUp(Recorded what, World world)
    {
        var one = what.Event switch
        {
            Event.Attached attached => attached.Connection,
            // Of very many a moderator reads the first ones.
            Event.Departed { Why: CloseReason.Banned or CloseReason.Killed } or Event.Detached { Why: CloseReason.Banned or CloseReason.Killed } when ++_origins <= MostOrigins => what.Origin,
            Event.Invited or Event.Knocked or Event.RoomDropped or Event.OperatorSet or Event.AlarmSet or Event.Killed or Event.BanSet or Event.BanLifted or Event.MetadataSet or Event.MetadataCleared => what.Origin,
            _ => null,
        };
        if (one is { } alone)
        {
            if (membership.Find(alone) is { } connection)
                TellFollowUp(connection, what, world);
            return;
        }
        if (what.Event is Event.RoomRenamed renamed)
        {
            foreach (var connection in membership.In(renamed.Room))
                TellFollowUp(connection, what, world);
            return;
        }
        if (what.Event is Event.RegistrationAsked)
        {
            foreach (var operatorOnDuty in world.OnDuty.Where(person => world.PowersOf(world.People[person]).HasFlag(Powers.Accounts)))
                TellFollowUp(operatorOnDuty, what, world);
            return;
        }
        var who = what.Event switch
        {
            Event.Connected or Event.Joined or Event.LoggedIn or Event.LoggedOut or Event.NickReclaimed or Event.WentOnDuty or Event.WentOffDuty or Event.OwnModeSet => ((IActed)what.Event).Who.Id,
            Event.PasswordChanged or Event.CertificateChanged or Event.RecoveryGiven => world.Members.Find(((IOfAccount)what.Event).Account.Id).IfNone(default(PersonId)),
            Event.RegistrationDecided decided => decided.Of.Map(asked => asked.Id).IfNone(default(PersonId)),
            _ => default,
        };
        if (who != default)
            TellFollowUp(who, what, world);
    }

    private void TellFollowUp(PersonId person, Recorded what, World world)
    {
        foreach (var connection in membership.Of(person))
            TellFollowUp(connection, what, world);
    }

    private void TellFollowUp(LocalConnection connection, Recorded what, World world)
    {
        if (renderer.FollowUp(connection, world, what) is { } followUp)
            Add(connection, followUp);
    }
}
