"""Gives the simulated AWS public subnets and an image.

    seed_aws.py ENDPOINT
"""

import sys

import boto3


def main(endpoint: str):
    for region in ("us-east-1", "eu-west-1"):
        ec2 = boto3.client(
            "ec2",
            region_name=region,
            endpoint_url=endpoint,
            aws_access_key_id="test",
            aws_secret_access_key="test",
        )
        default = [{"Name": "is-default", "Values": ["true"]}]
        vpc = ec2.describe_vpcs(Filters=default)["Vpcs"][0]["VpcId"]
        gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
        ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
        own = [{"Name": "vpc-id", "Values": [vpc]}]
        for table in ec2.describe_route_tables(Filters=own)["RouteTables"]:
            ec2.create_route(
                RouteTableId=table["RouteTableId"],
                DestinationCidrBlock="0.0.0.0/0",
                GatewayId=gateway,
            )
        ec2.register_image(
            Name="dstack-test",
            RootDeviceName="/dev/sda1",
            Architecture="x86_64",
            VirtualizationType="hvm",
        )


main(sys.argv[1])
