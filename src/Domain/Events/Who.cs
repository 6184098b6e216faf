namespace ChatRoom.Domain;

/// <summary>Somebody as he was called when it happened. History stays readable without replaying what came before.</summary>
public sealed record Who(PersonId Id, Nick Nick, string User, Option<AccountName> Account);
