namespace ChatRoom.Integration.Tests.Containers;

/// <summary>What a command in a container came to.</summary>
public sealed record EndedContainer(int ExitCode, string Output, string Errors);
