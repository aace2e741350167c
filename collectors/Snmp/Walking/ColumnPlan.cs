using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking;

/// <summary>A column to walk.</summary>
/// <param name="Number">Its place among the family's columns: where a device's row counts are remembered.</param>
/// <param name="Table">Number of the table (row object) that it belongs to; columns of one table have the same rows.</param>
readonly record struct ColumnPlan(ObjectIdentifier Name, int Number, int Table);
