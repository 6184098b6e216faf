using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Worlds;

/// <summary>The facts that Decide may read, as one immutable value beside the world.</summary>
public sealed record Facts(HashMap<Exactly<PersonId>, PersonId, TokenHash> ResumeTokens)
{
    public static readonly Facts None = new(HashMap<Exactly<PersonId>, PersonId, TokenHash>.Empty);

    public Facts With(Fact fact) => fact switch
    {
        Fact.ResumeToken token => this with
        {
            ResumeTokens = token.Hash.TryGet(out var hash) ? ResumeTokens.AddOrUpdate(token.Person, hash) : ResumeTokens.Remove(token.Person),
        },
        _ => throw new InvalidOperationException($"{fact.GetType().Name} is missing in With."),
    };

    public bool CanComeBack(PersonId person) => ResumeTokens.ContainsKey(person);
}
