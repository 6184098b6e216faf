using ChatRoom.Domain.Commands;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Hubs;

namespace ChatRoom.Server.Control;

/// <summary>
/// A server that nobody tends yet gives the person who reads its log a code, new at each start, with which they become its first operator. Of several on one journal
/// only the first one does.
/// </summary>
public static class FirstOperator
{
    /// <summary>Null where there is an operator, where another server has printed a code, or where the journal does not take it.</summary>
    public static async Task<string?> Offer(Hub hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        if (!hub.World.Operators.IsEmpty)
            return null;
        var code = Invitations.New();
        var hash = Invitations.HashOf(code);
        return await hub.Order(new Command.OfferClaim(hash)).ConfigureAwait(false) is Verdict.Done && hub.Facts.ClaimCode == hash ? code : null;
    }
}
