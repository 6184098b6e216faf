using ChatRoom.Domain.Commands;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Hubs;

namespace ChatRoom.Server.Control;

/// <summary>A server that nobody tends yet gives whoever reads its log a code, new at each start, with which they become its first operator.</summary>
public static class FirstOperator
{
    /// <summary>Null where there is an operator, or where the journal does not take the code.</summary>
    public static async Task<string?> Offer(Hub hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        if (!hub.World.Operators.IsEmpty)
            return null;
        var code = Invitations.New();
        return await hub.Order(new Command.OfferClaim(Invitations.HashOf(code))).ConfigureAwait(false) is Verdict.Done ? code : null;
    }
}
