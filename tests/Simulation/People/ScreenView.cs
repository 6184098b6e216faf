namespace ChatRoom.Simulation.Tests.People;

/// <summary>What somebody with a screen sees in the end.</summary>
/// <param name="KnowsMembers">Its client keeps who is in a room.</param>
public sealed record ScreenView(string Person, string Nick, bool IsReady, bool KnowsMembers, IReadOnlyList<RoomView> Rooms);

/// <param name="Said">Who said what, from older to newer.</param>
/// <param name="HasGap">It says that something is missing.</param>
/// <param name="Pending">Own lines that nobody confirmed.</param>
public sealed record RoomView(string Name, bool IsInside, IReadOnlyList<string> Members, IReadOnlyList<(string Nick, string Text)> Said, bool HasGap, IReadOnlyList<string> Pending);
