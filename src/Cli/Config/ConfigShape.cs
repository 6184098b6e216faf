namespace ChatRoom.Cli.Config;

/// <summary>How a value is written in the file. In the environment and as a flag everything is text.</summary>
public enum ConfigShape
{
    Switch,
    Number,
    Text,
    List,
}
