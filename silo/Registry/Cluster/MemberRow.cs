namespace DcOps.Registry.Cluster;

/// <summary>One silo as the cluster's list has it.</summary>
/// <param name="Silo">Its address with its generation; unique.</param>
/// <param name="Tag">Changes with every change of the body.</param>
/// <param name="Body">What the silo's runtime knows of it, in the writer's own form.</param>
/// <param name="AliveAt">When it last said that it lives, UTC.</param>
public sealed record MemberRow(string Silo, long Tag, string Body, DateTimeOffset AliveAt);
