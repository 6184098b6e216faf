namespace ChatRoom.Integration.Tests.Containers;

/// <summary>The classes that share one image.</summary>
[CollectionDefinition(Name)]
public sealed class ContainerCollection : ICollectionFixture<ChatRoomImage>
{
    public const string Name = "containers";
}
